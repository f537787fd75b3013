package dev.aisle.recommender.search.content;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Products by what their descriptions say, whether anybody has dealt with them or not. */
public interface ContentSpace {
    /**
     * A product near to what was asked.
     *
     * @param likeness cosine, −1 to 1; comparable within one answer
     */
    record Near(String productId, float likeness) {}

    /**
     * How much a product is like others, sense by sense.
     *
     * @param text cosine of what the descriptions say, −1 to 1; NaN where it isn't known
     * @param picture cosine of what the pictures look like, the same
     */
    record Likeness(float text, float picture) {
        /** Nothing is known. */
        public static final Likeness UNKNOWN = new Likeness(Float.NaN, Float.NaN);
    }

    /**
     * How much some products are like the weighted mean of these; a product of which no sense knows anything is left out.
     *
     * @param weights product id → weight &gt; 0; unknown ids count nothing
     */
    Map<String, Likeness> likeness(Map<String, Float> weights, Collection<String> of);

    /**
     * The products most like the weighted mean of these, the most alike first, without these.
     *
     * @param weights product id → weight &gt; 0; unknown ids count nothing
     * @param accepts which products count; when it refuses most of them all are looked at
     */
    List<Near> near(Map<String, Float> weights, int count, Predicate<String> accepts);

    /** The same among some products only, which costs as much as they are many. */
    List<Near> near(Map<String, Float> weights, int count, Collection<String> among);

    /** The products that fit a text best, the best first. */
    List<Near> matching(String text, Locale locale, int count);
}
