-- Names are spelt as surnames and as words from now on: the next start fills the column again.
update access.account set pinyin = '';
