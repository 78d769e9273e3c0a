/// The pages of residents: finding, registering, one resident's page and the book.
@NullMarked
package org.heyi.person.resident.web;

import org.jspecify.annotations.NullMarked;
