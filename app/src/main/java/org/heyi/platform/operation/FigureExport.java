package org.heyi.platform.operation;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Gives Prometheus the same figures as the page, read when it asks: a number is as old as the
/// scrape, and kinds that came up since the start are there.
@Component
class FigureExport implements MultiCollector {

  private static final String READABLE = "heyi_figures_readable";

  private final FigureReader reader;
  private final MessageSource words;

  FigureExport(
      FigureReader reader, MessageSource words, ObjectProvider<PrometheusRegistry> prometheus) {
    this.reader = reader;
    this.words = words;
    prometheus.ifAvailable(it -> it.register(this));
  }

  @Override
  public MetricSnapshots collect() {
    var answers = reader.read();
    var metrics = new ArrayList<MetricSnapshot>();
    answers.forEach(it -> it.figures().forEach(figure -> metrics.add(metric(figure))));
    metrics.add(readable(answers));
    return new MetricSnapshots(metrics);
  }

  private GaugeSnapshot metric(Figure figure) {
    var metric = GaugeSnapshot.builder().name(figure.metric()).help(help(figure.word()));
    figure
        .parts()
        .forEach((code, number) ->
            metric.dataPoint(
                point(
                    figure.by().isEmpty() ? Labels.EMPTY : Labels.of(figure.by(), code), number)));
    return metric.build();
  }

  private GaugeSnapshot readable(List<FigureReader.Answer> answers) {
    var metric = GaugeSnapshot.builder().name(READABLE).help(help("figure.readable"));
    for (var answer : answers) {
      metric.dataPoint(point(Labels.of("group", answer.group()), answer.readable() ? 1 : 0));
    }
    return metric.build();
  }

  private static GaugeDataPointSnapshot point(Labels labels, double number) {
    return GaugeDataPointSnapshot.builder().labels(labels).value(number).build();
  }

  private String help(String word) {
    return words.getMessage(word, null, Locale.ENGLISH);
  }
}
