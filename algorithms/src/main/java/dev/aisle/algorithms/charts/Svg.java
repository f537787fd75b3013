package dev.aisle.algorithms.charts;

import java.util.Locale;

/** An image as it grows. Its texts are escaped, its numbers are short. */
final class Svg {
    private static final double FAINTEST = 0.05;
    private static final double DARKEST = 0.6;

    private final StringBuilder markup = new StringBuilder();

    /**
     * Begins an image.
     *
     * @param id of the image in its page
     * @param title what it shows
     * @param description what can be seen in it
     */
    Svg(String id, int width, int height, String title, String description) {
        markup.append(String.format(
                Locale.ROOT,
                "<svg class=\"chart\" viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"%s-t %s-d\">%n"
                        + "<title id=\"%s-t\">%s</title><desc id=\"%s-d\">%s</desc>%n",
                width,
                height,
                id,
                id,
                id,
                Html.escaped(title),
                id,
                Html.escaped(description)));
    }

    Svg line(String classes, double x1, double y1, double x2, double y2) {
        return add("<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>", classes, x1, y1, x2, y2);
    }

    Svg path(String classes, String d) {
        return add("<path class=\"%s\" d=\"%s\"/>", classes, d);
    }

    /** A filled mark around a place, with a text that shows when it is pointed at. */
    Svg mark(Series series, double x, double y, String hint) {
        return add(
                "<path class=\"m c%d\" d=\"%s\"><title>%s</title></path>",
                series.colour(), series.shape().path(x, y, Series.RADIUS), Html.escaped(hint));
    }

    /** A filled square, the darker the larger its share, 0 … 1, with a text that shows when it is pointed at. */
    Svg cell(int colour, double share, double x, double y, double side, String hint) {
        return add(
                "<rect class=\"q c%d\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill-opacity=\"%s\"><title>%s</title></rect>",
                colour,
                number(x),
                number(y),
                number(side),
                number(side),
                String.format(Locale.ROOT, "%.2f", FAINTEST + (1 - FAINTEST) * share * DARKEST),
                Html.escaped(hint));
    }

    /** @param classes {@code s}, {@code m} or {@code e} among them anchor the text at its start, middle or end */
    Svg text(String classes, double x, double y, String text) {
        return add("<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>", classes, x, y, Html.escaped(text));
    }

    private Svg add(String format, Object... arguments) {
        Object[] shortened = arguments.clone();
        for (int n = 0; n < shortened.length; n++) {
            shortened[n] = arguments[n] instanceof Double number ? number(number) : arguments[n];
        }
        markup.append(String.format(Locale.ROOT, format, shortened)).append('\n');
        return this;
    }

    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    String finished() {
        return markup + "</svg>\n";
    }
}
