package dev.aisle.algorithms.charts;

/**
 * The plot area of a chart with its axes. All charts are 360 units wide, so that a unit is about a pixel on a small telephone.
 *
 * @param x horizontal axis
 * @param y vertical axis
 * @param left left edge of the plot area
 * @param top upper edge
 * @param right right edge
 * @param bottom lower edge
 */
record Frame(Axis x, Axis y, double left, double top, double right, double bottom) {
    /** Width of every chart. */
    static final int WIDTH = 360;

    private static final int TICKS = 4;
    private static final double LABEL_DROP = 15;

    double x(double value) {
        return x.at(value, left, right);
    }

    double y(double value) {
        return y.at(value, bottom, top);
    }

    /** Vertical lines with their values below. */
    Frame drawX(Svg svg) {
        for (double tick : x.ticks(TICKS)) {
            svg.line("g", x(tick), top, x(tick), bottom);
            svg.text("t m", x(tick), bottom + LABEL_DROP, x.label(tick));
        }
        return this;
    }

    /** Horizontal lines with their values at the left. */
    Frame drawY(Svg svg) {
        for (double tick : y.ticks(TICKS)) {
            svg.line("g", left, y(tick), right, y(tick));
            svg.text("t e", left - 6, y(tick) + 4, y.label(tick));
        }
        return this;
    }
}
