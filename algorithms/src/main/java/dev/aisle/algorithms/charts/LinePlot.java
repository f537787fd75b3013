package dev.aisle.algorithms.charts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A quantity over a few ordered settings, a line each series. The settings stand equally far apart. */
public final class LinePlot {
    private static final int HEIGHT = 230;
    private static final double LEFT = 46;
    private static final double TOP = 10;
    private static final double BOTTOM = 190;

    private final List<String> settings;
    private final List<Line> lines = new ArrayList<>();

    private record Line(Series series, double[] values) {}

    /**
     * A chart without lines.
     *
     * @param settings the labels of the horizontal axis
     */
    public LinePlot(List<String> settings) {
        this.settings = List.copyOf(settings);
    }

    /**
     * Adds a line.
     *
     * @param values one a setting, finite
     */
    public LinePlot line(Series series, double[] values) {
        lines.add(new Line(series, values.clone()));
        return this;
    }

    /**
     * The chart.
     *
     * @param id of the image in its page
     * @param what the quantity
     * @param over what the settings are
     */
    public String draw(String id, String what, String over) {
        double[] all = lines.stream()
                .flatMapToDouble(line -> Arrays.stream(line.values()))
                .toArray();
        Axis x = new Axis(0, Math.max(1, settings.size() - 1), false);
        Svg svg = new Svg(id, Frame.WIDTH, HEIGHT, what + " over " + over, description(what));
        Frame frame = new Frame(x, Axis.around(all), LEFT, TOP, Frame.WIDTH - 16.0, BOTTOM).drawY(svg);
        for (int n = 0; n < settings.size(); n++) {
            svg.text("t m", frame.x(n), BOTTOM + 16, settings.get(n));
        }
        svg.text("t m", (LEFT + Frame.WIDTH - 16) / 2, HEIGHT - 6, over);
        for (Line line : lines) {
            draw(line, frame, svg);
        }
        return svg.finished();
    }

    private void draw(Line line, Frame frame, Svg svg) {
        StringBuilder path = new StringBuilder();
        for (int n = 0; n < line.values().length; n++) {
            path.append(n == 0 ? "M" : "L")
                    .append(Svg.number(frame.x(n)))
                    .append(' ')
                    .append(Svg.number(frame.y(line.values()[n])));
        }
        svg.path("l c" + line.series().colour(), path.toString());
        for (int n = 0; n < line.values().length; n++) {
            String hint = String.format(
                    Locale.ROOT, "%s at %s: %.4f", line.series().name(), settings.get(n), line.values()[n]);
            svg.mark(line.series(), frame.x(n), frame.y(line.values()[n]), hint);
        }
    }

    private String description(String what) {
        StringBuilder text = new StringBuilder(what).append(" from the first to the last setting:");
        for (Line line : lines) {
            text.append(String.format(
                    Locale.ROOT,
                    " %s %.4f to %.4f;",
                    line.series().name(),
                    line.values()[0],
                    line.values()[line.values().length - 1]));
        }
        text.setCharAt(text.length() - 1, '.');
        return text.toString();
    }
}
