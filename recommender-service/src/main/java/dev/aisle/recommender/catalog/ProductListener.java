package dev.aisle.recommender.catalog;

import java.util.List;

/** Needs to know of every product. */
public interface ProductListener {
    /**
     * Products as the table had them when the service started; once, batch by batch. Changes may come in between.
     *
     * @param products each at most once
     */
    void read(List<ProductChange> products);

    /** All products were read. */
    void readAll();

    /**
     * Products look different now or are gone; told after it was written. The same change may be told twice.
     *
     * @param changes each product at most once
     */
    void changed(List<ProductChange> changes);
}
