package dev.aisle.simulator;

/**
 * A product of the simulated shop.
 *
 * @param id         stable over runs with the same settings
 * @param kind       its place in the assortment
 * @param brand      one of the shop's brands
 * @param popularity weight in its kind that has nothing to do with anyone's taste, greater than 0
 */
public record Product(String id, String title, Kind kind, Brand brand, Money price, double popularity) {
    /** Department, category and kind, as the catalogue API takes it. */
    public String category() {
        return kind.department() + " > " + kind.category() + " > " + kind.title();
    }
}
