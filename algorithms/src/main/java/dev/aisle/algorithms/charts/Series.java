package dev.aisle.algorithms.charts;

import java.util.Locale;

/**
 * Something that is shown in the same colour and shape wherever it comes.
 *
 * @param name for the legend
 * @param number from 0; beyond the colours they come again with another shape
 */
public record Series(String name, int number) {
    /** How many colours a page has. */
    public static final int COLOURS = 8;

    static final double RADIUS = 4.5;

    /** Shapes of marks. */
    enum Shape {
        CIRCLE,
        SQUARE,
        DIAMOND,
        TRIANGLE;

        String path(double x, double y, double r) {
            return switch (this) {
                case CIRCLE -> of("M%s %sa%s %s 0 1 0 %s 0a%s %s 0 1 0 %s 0z", x - r, y, r, r, 2 * r, r, r, -2 * r);
                case SQUARE -> of("M%s %sh%sv%sh%sz", x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8, -r * 1.8);
                case DIAMOND ->
                    of(
                            "M%s %sl%s %sl%s %sl%s %sz",
                            x, y - r * 1.2, r * 1.2, r * 1.2, -r * 1.2, r * 1.2, -r * 1.2, -r * 1.2);
                case TRIANGLE -> of("M%s %sl%s %sh%sz", x, y - r * 1.2, r * 1.15, r * 2, -r * 2.3);
            };
        }

        private static String of(String format, Double... numbers) {
            Object[] texts = new Object[numbers.length];
            for (int n = 0; n < texts.length; n++) {
                texts[n] = Svg.number(numbers[n]);
            }
            return String.format(Locale.ROOT, format, texts);
        }
    }

    int colour() {
        return number % COLOURS;
    }

    Shape shape() {
        Shape[] shapes = Shape.values();
        return shapes[(number + number / COLOURS) % shapes.length];
    }

    /** Its mark alone, for a legend or a table; the name must stand beside it. */
    public String key() {
        return "<svg class=\"key\" viewBox=\"0 0 14 14\" aria-hidden=\"true\"><path class=\"m c" + colour() + "\" d=\""
                + shape().path(7, 7, 5) + "\"/></svg>";
    }
}
