package dev.aisle.algorithms.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Values with their intervals on one axis, a row each, in groups under headings. */
public final class IntervalPlot {
    private static final int ROW = 20;
    private static final int HEADING = 22;
    private static final int TOP = 6;
    private static final int BOTTOM = 24;
    private static final double LETTER = 6.4;
    private static final int MOST_LETTERS = 20;

    private final List<Group> groups = new ArrayList<>();
    private OptionalDouble reference = OptionalDouble.empty();

    /**
     * A row.
     *
     * @param series whose it is
     * @param value finite
     * @param low lower end of the interval
     * @param high upper end
     */
    public record Row(Series series, double value, double low, double high) {
        String hint() {
            return String.format(Locale.ROOT, "%s: %.4f (%.4f to %.4f)", series.name(), value, low, high);
        }
    }

    private record Group(String heading, List<Row> rows) {}

    /** A value with which all are compared, such as 0: it is on the axis and has a line. */
    public IntervalPlot against(double value) {
        reference = OptionalDouble.of(value);
        return this;
    }

    /** Adds rows under a heading; an empty heading takes no place. */
    public IntervalPlot group(String heading, List<Row> rows) {
        groups.add(new Group(heading, List.copyOf(rows)));
        return this;
    }

    /**
     * The chart.
     *
     * @param id of the image in its page
     * @param what the quantity
     */
    public String draw(String id, String what) {
        List<Row> rows = groups.stream().flatMap(group -> group.rows().stream()).toList();
        DoubleStream values = rows.stream().flatMapToDouble(row -> DoubleStream.of(row.low(), row.value(), row.high()));
        Axis axis = Axis.around(DoubleStream.concat(values, reference.stream()).toArray());
        int letters = rows.stream().mapToInt(row -> label(row).length()).max().orElse(0);
        double left = 12 + LETTER * letters;
        int height = TOP + BOTTOM;
        for (Group group : groups) {
            height += ROW * group.rows().size() + (group.heading().isEmpty() ? 0 : HEADING);
        }
        Svg svg = new Svg(id, Frame.WIDTH, height, what, reference.isPresent() ? all(rows) : description(rows));
        Frame frame = new Frame(axis, axis, left, TOP, Frame.WIDTH - 14.0, height - BOTTOM).drawX(svg);
        double y = TOP;
        for (Group group : groups) {
            if (!group.heading().isEmpty()) {
                svg.text("h s", 0, y + HEADING - 7, group.heading());
                y += HEADING;
            }
            double begin = y;
            double end = y + ROW * group.rows().size();
            reference.ifPresent(value -> svg.line("z", frame.x(value), begin, frame.x(value), end));
            for (Row row : group.rows()) {
                draw(row, frame, y + ROW / 2.0, svg);
                y += ROW;
            }
        }
        return svg.finished();
    }

    private static void draw(Row row, Frame frame, double y, Svg svg) {
        svg.text("t e", frame.left() - 8, y + 4, label(row));
        svg.line("i c" + row.series().colour(), frame.x(row.low()), y, frame.x(row.high()), y);
        svg.mark(row.series(), frame.x(row.value()), y, row.hint());
    }

    private static String label(Row row) {
        String name = row.series().name();
        return name.length() <= MOST_LETTERS ? name : name.substring(0, MOST_LETTERS - 1) + "…";
    }

    private static String description(List<Row> rows) {
        return rows.isEmpty() ? "Nothing to show." : "Best is " + best(rows).hint() + ".";
    }

    private static String all(List<Row> rows) {
        return rows.stream().map(Row::hint).collect(Collectors.joining("; ")) + ".";
    }

    private static Row best(List<Row> rows) {
        return rows.stream().reduce((a, b) -> b.value() > a.value() ? b : a).orElseThrow();
    }
}
