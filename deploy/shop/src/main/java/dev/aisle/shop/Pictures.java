package dev.aisle.shop;

import dev.aisle.simulator.Brand;
import dev.aisle.simulator.Kind;
import dev.aisle.simulator.Product;

/** A drawing of a product: what it is by its shape, whose it is by its colour. */
final class Pictures {
    /** A light ground and what is drawn on it. */
    private record Colours(String ground, String ink) {}

    private Pictures() {}

    /** An SVG of 240 × 240. */
    static String of(Product product) {
        Colours colours = colours(product.brand());
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 240 240\"><rect width=\"240\" height=\"240\" fill=\""
                + colours.ground() + "\"/><g fill=\"" + colours.ink() + "\" stroke=\"" + colours.ink()
                + "\" stroke-width=\"8\" stroke-linecap=\"round\" stroke-linejoin=\"round\">" + shape(product.kind())
                + "</g></svg>";
    }

    private static Colours colours(Brand brand) {
        return switch (brand) {
            case NORTHWIND -> new Colours("#e3ecf4", "#2f5d8a");
            case HEARTH_AND_OAK -> new Colours("#f3e8dc", "#8a5a2b");
            case PLAINLY -> new Colours("#e6efdf", "#557a3e");
            case LUMEN -> new Colours("#f4efd5", "#8a7416");
            case TIDEWATER -> new Colours("#dfeeee", "#2c7676");
            case MAISON_VERT -> new Colours("#f0e3ea", "#8a3f64");
        };
    }

    private static String shape(Kind kind) {
        return switch (kind) {
            case MUGS ->
                "<path d=\"M70 80h85v75a20 20 0 0 1-20 20H90a20 20 0 0 1-20-20z\"/><path fill=\"none\" d=\"M155 95h15a18 18 0 0 1 0 50h-15\"/>";
            case PANS ->
                "<ellipse cx=\"95\" cy=\"130\" rx=\"62\" ry=\"40\"/><path d=\"M155 122l55-24\" stroke-width=\"16\"/>";
            case KNIVES -> "<path d=\"M50 130C90 85 130 75 165 78v52z\"/><path d=\"M172 104h30\" stroke-width=\"26\"/>";
            case LAMPS -> "<path d=\"M90 60h60l28 60H62z\"/><path fill=\"none\" d=\"M120 122v60M90 185h60\"/>";
            case BLANKETS ->
                "<rect x=\"55\" y=\"75\" width=\"130\" height=\"90\" rx=\"14\"/><path d=\"M60 178v10M85 178v10M110 178v10M135 178v10M160 178v10M180 178v10\"/>";
            case CANDLES ->
                "<rect x=\"92\" y=\"100\" width=\"56\" height=\"85\" rx=\"8\"/><path d=\"M120 52c18 22 12 36 0 36s-18-14 0-36z\"/>";
            case SEEDS ->
                "<path fill=\"none\" d=\"M120 190v-70\"/><path d=\"M120 125c-8-36-34-46-58-44 2 30 24 48 58 44zM120 108c6-30 28-42 54-40-2 28-22 44-54 40z\"/>";
            case POTS -> "<path d=\"M70 95h100l-14 85H84z\"/><path d=\"M60 85h120\" stroke-width=\"18\"/>";
            case GRILLS ->
                "<path d=\"M55 95h130a65 55 0 0 1-130 0z\"/><path fill=\"none\" d=\"M88 150l-22 42M152 150l22 42M120 155v34M90 72v-14M120 72v-18M150 72v-14\"/>";
            case CHAIRS ->
                "<path fill=\"none\" stroke-width=\"12\" d=\"M80 55v75h80M160 130v58M80 130v58M80 92h70\"/><path d=\"M80 124h82\" stroke-width=\"18\"/>";
            case COFFEE ->
                "<path d=\"M80 60h80l12 40v85H68v-85z\"/><ellipse cx=\"120\" cy=\"135\" rx=\"18\" ry=\"26\" fill=\"#fff\" stroke=\"#fff\" stroke-width=\"1\"/><path d=\"M112 114c18 14-2 28 16 42\" fill=\"none\" stroke-width=\"5\"/>";
            case TEA ->
                "<path d=\"M68 105h92v30a45 45 0 0 1-92 0z\"/><path fill=\"none\" d=\"M160 112h14a16 16 0 0 1 0 38h-18M95 84c-8-12 8-16 0-30M125 84c-8-12 8-16 0-30\"/>";
            case CHOCOLATE ->
                "<rect x=\"68\" y=\"60\" width=\"104\" height=\"124\" rx=\"8\"/><path d=\"M120 60v124M68 101h104M68 143h104\" stroke=\"#fff\" stroke-width=\"5\"/>";
            case PASTA ->
                "<path fill=\"none\" stroke-width=\"9\" d=\"M80 60c24 40-24 80 0 120M106 60c24 40-24 80 0 120M132 60c24 40-24 80 0 120M158 60c24 40-24 80 0 120\"/>";
            case BACKPACKS ->
                "<rect x=\"72\" y=\"80\" width=\"96\" height=\"108\" rx=\"26\"/><path fill=\"none\" d=\"M98 78a22 26 0 0 1 44 0\"/><rect x=\"90\" y=\"130\" width=\"60\" height=\"38\" rx=\"8\" fill=\"#fff\" stroke=\"#fff\" stroke-width=\"2\"/>";
            case BOTTLES ->
                "<path d=\"M100 88c0-10 6-12 6-20h28c0 8 6 10 6 20v92a12 12 0 0 1-12 12h-16a12 12 0 0 1-12-12z\"/><path d=\"M106 54h28\" stroke-width=\"14\"/>";
        };
    }
}
