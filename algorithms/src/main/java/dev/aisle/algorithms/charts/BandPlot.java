package dev.aisle.algorithms.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** Values with their intervals over time, a line with a band each series, and a line at a value with which all are compared. */
public final class BandPlot {
    private static final int HEIGHT = 240;
    private static final double LEFT = 46;
    private static final double TOP = 10;
    private static final double BOTTOM = 200;
    private static final int MOST_LABELS = 4;

    private final List<String> times;
    private final double reference;
    private final List<Band> bands = new ArrayList<>();
    private final List<double[]> limits = new ArrayList<>();

    private record Band(Series series, double[] values, double[] low, double[] high) {}

    /**
     * A chart without series.
     *
     * @param times the labels of the horizontal axis, in order; they stand equally far apart
     * @param reference with what values are compared
     */
    public BandPlot(List<String> times, double reference) {
        this.times = List.copyOf(times);
        this.reference = reference;
    }

    /**
     * Adds a series; NaN where there is no value.
     *
     * @param low lower ends of the intervals
     * @param high upper ends
     */
    public BandPlot band(Series series, double[] values, double[] low, double[] high) {
        bands.add(new Band(series, values.clone(), low.clone(), high.clone()));
        return this;
    }

    /** Adds a dashed line that values must cross, such as the boundary of a test; NaN where there is none yet. */
    public BandPlot limit(double[] values) {
        limits.add(values.clone());
        return this;
    }

    /**
     * The chart.
     *
     * @param id of the image in its page
     * @param what the quantity
     */
    public String draw(String id, String what) {
        DoubleStream shown = bands.stream()
                .flatMapToDouble(
                        band -> DoubleStream.concat(DoubleStream.of(band.low()), DoubleStream.of(band.high())));
        double[] all = DoubleStream.concat(
                        DoubleStream.concat(shown, limits.stream().flatMapToDouble(DoubleStream::of)),
                        DoubleStream.of(reference))
                .filter(Double::isFinite)
                .toArray();
        Axis x = new Axis(0, Math.max(1, times.size() - 1), false);
        Svg svg = new Svg(id, Frame.WIDTH, HEIGHT, what, description());
        Frame frame = new Frame(x, Axis.around(all), LEFT, TOP, Frame.WIDTH - 16.0, BOTTOM).drawY(svg);
        svg.line("z", LEFT, frame.y(reference), frame.right(), frame.y(reference));
        int every = Math.max(1, (times.size() + MOST_LABELS - 1) / MOST_LABELS);
        for (int n = 0; n < times.size(); n += every) {
            svg.text("t m", Math.clamp(frame.x(n), LEFT + 16, frame.right() - 12), BOTTOM + 16, times.get(n));
        }
        bands.forEach(band -> draw(band, frame, svg));
        limits.forEach(limit -> svg.path("d", path(limit, frame)));
        return svg.finished();
    }

    private void draw(Band band, Frame frame, Svg svg) {
        StringBuilder area = new StringBuilder(path(band.high(), frame));
        for (int n = band.low().length - 1; n >= 0; n--) {
            if (Double.isFinite(band.low()[n])) {
                area.append('L').append(place(frame, n, band.low()[n]));
            }
        }
        String colour = "c" + band.series().colour();
        if (area.length() > 0) {
            svg.path("b " + colour, area + "z");
        }
        svg.path("l " + colour, path(band.values(), frame));
        for (int n = 0; n < band.values().length; n++) {
            if (Double.isFinite(band.values()[n]) && (n == band.values().length - 1 || times.size() <= 14)) {
                svg.mark(band.series(), frame.x(n), frame.y(band.values()[n]), hint(band, n));
            }
        }
    }

    private static String path(double[] values, Frame frame) {
        StringBuilder path = new StringBuilder();
        boolean begins = true;
        for (int n = 0; n < values.length; n++) {
            if (Double.isFinite(values[n])) {
                path.append(begins ? 'M' : 'L').append(place(frame, n, values[n]));
                begins = false;
            }
        }
        return path.toString();
    }

    private static String place(Frame frame, int n, double value) {
        return Svg.number(frame.x(n)) + " " + Svg.number(frame.y(value));
    }

    private String hint(Band band, int n) {
        return String.format(
                Locale.ROOT,
                "%s at %s: %.3f (%.3f to %.3f)",
                band.series().name(),
                times.get(n),
                band.values()[n],
                band.low()[n],
                band.high()[n]);
    }

    private String description() {
        StringBuilder text = new StringBuilder();
        for (Band band : bands) {
            if (band.values().length > 0) {
                text.append(hint(band, band.values().length - 1)).append(". ");
            }
        }
        return text.isEmpty() ? "Nothing to show." : text.toString();
    }
}
