package dev.aisle.federate.participant;

import dev.aisle.algorithms.federated.SharedCatalogue.Product;
import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.InteractionsBuilder;
import java.util.List;

/**
 * A shop's consenting people and what they took.
 *
 * @param ids of the products in this shop
 * @param products how others can find them
 * @param taken people × own products
 */
public record People(List<String> ids, List<Product> products, Interactions taken) {
    /** Checks the lengths. */
    public People {
        if (ids.size() != products.size() || taken.itemCount() != ids.size()) {
            throw new IllegalArgumentException(ids.size() + " ids, " + products.size() + " products, "
                    + taken.itemCount() + " columns: expected as many of each");
        }
        ids = List.copyOf(ids);
        products = List.copyOf(products);
    }

    /**
     * The same over the products of all partners. What a person took several times, or under several ids, is added up and counts {@code 1 + ln}.
     *
     * @param numbers by own product: its number among all
     * @param items how many there are
     */
    public Interactions among(int[] numbers, int items) {
        InteractionsBuilder builder = Interactions.collect(taken.userCount(), items);
        for (int person = 0; person < taken.userCount(); person++) {
            History history = taken.history(person);
            for (int p = 0; p < history.size(); p++) {
                builder.add(person, numbers[history.item(p)], history.weight(p));
            }
        }
        return builder.build().mapWeights(weight -> weight <= 1 ? weight : 1 + Math.log(weight));
    }
}
