package dev.aisle.simulator;

/** The brands of the shop; the factor says how dear they are. */
public enum Brand {
    NORTHWIND("Northwind", 1.0),
    HEARTH_AND_OAK("Hearth & Oak", 1.5),
    PLAINLY("Plainly", 0.6),
    LUMEN("Lumen", 1.2),
    TIDEWATER("Tidewater", 0.9),
    MAISON_VERT("Maison Vert", 1.9);

    private final String title;
    private final double priceFactor;

    Brand(String title, double priceFactor) {
        this.title = title;
        this.priceFactor = priceFactor;
    }

    public String title() {
        return title;
    }

    double priceFactor() {
        return priceFactor;
    }
}
