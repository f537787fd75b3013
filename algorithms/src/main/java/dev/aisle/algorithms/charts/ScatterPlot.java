package dev.aisle.algorithms.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Two quantities of each series against each other, with the names beside the marks where there is room. */
public final class ScatterPlot {
    private static final int HEIGHT = 258;
    private static final double LEFT = 46;
    private static final double TOP = 26;
    private static final double BOTTOM = 216;

    private final List<Point> points = new ArrayList<>();

    private record Point(Series series, double x, double y) {}

    /** Adds a point; both numbers are finite. */
    public ScatterPlot point(Series series, double x, double y) {
        points.add(new Point(series, x, y));
        return this;
    }

    /** Whether there is nothing to show. */
    public boolean isEmpty() {
        return points.isEmpty();
    }

    /**
     * The chart.
     *
     * @param id of the image in its page
     * @param across the horizontal quantity
     * @param up the vertical one
     * @param ratios whether equal ratios of the horizontal one are equally far apart; then it is &gt; 0
     */
    public String draw(String id, String across, String up, boolean ratios) {
        double[] xs = points.stream().mapToDouble(Point::x).toArray();
        double[] ys = points.stream().mapToDouble(Point::y).toArray();
        Svg svg = new Svg(id, Frame.WIDTH, HEIGHT, up + " against " + across, description(across, up));
        Axis x = ratios ? Axis.aroundRatios(xs) : Axis.around(xs);
        Frame frame = new Frame(x, Axis.around(ys), LEFT, TOP, Frame.WIDTH - 20.0, BOTTOM)
                .drawX(svg)
                .drawY(svg);
        svg.text("t s", 0, 11, "↑ " + up);
        svg.text("t e", Frame.WIDTH - 4.0, HEIGHT - 8, across + " →");
        Labels labels = new Labels(frame);
        points.forEach(point -> labels.occupy(frame.x(point.x()), frame.y(point.y())));
        for (Point point : points) {
            String hint = String.format(
                    Locale.ROOT, "%s: %s %.4g, %s %.4g", point.series().name(), across, point.x(), up, point.y());
            svg.mark(point.series(), frame.x(point.x()), frame.y(point.y()), hint);
            labels.place(svg, point.series().name(), frame.x(point.x()), frame.y(point.y()));
        }
        return svg.finished();
    }

    private String description(String across, String up) {
        StringBuilder text = new StringBuilder();
        for (Point point : points) {
            text.append(String.format(
                    Locale.ROOT, "%s: %s %.4g, %s %.4g. ", point.series().name(), across, point.x(), up, point.y()));
        }
        return text.toString().trim();
    }
}
