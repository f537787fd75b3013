package dev.aisle.assistant.understanding.entities;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a text names. Where two readings overlap, the first of product, date, price, size, order number holds. */
public final class Entities {
    private Entities() {}

    /**
     * In the order of the text.
     *
     * @param today what days without a year and words like "yesterday" are read from
     * @param products those that the text names
     */
    public static List<Entity> in(String text, LocalDate today, List<Entity> products) {
        List<Entity> found = new ArrayList<>(products);
        for (List<Entity> kind :
                List.of(new Dates(today).in(text), Prices.in(text), Sizes.in(text), OrderNumbers.in(text))) {
            kind.stream()
                    .filter(one ->
                            found.stream().noneMatch(other -> one.start() < other.end() && other.start() < one.end()))
                    .forEach(found::add);
        }
        found.sort(Comparator.comparingInt(Entity::start));
        return found;
    }
}
