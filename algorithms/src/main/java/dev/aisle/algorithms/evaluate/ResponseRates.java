package dev.aisle.algorithms.evaluate;

import dev.aisle.algorithms.evaluate.Outcome.Undefined;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.ToDoubleFunction;

/** What people did with what they were shown: ratios of sums over all people, with intervals over people. */
public final class ResponseRates {
    private ResponseRates() {}

    /**
     * One person's.
     *
     * @param impressions products shown, ≥ 0
     * @param clicks of these, how many were clicked
     * @param purchases of these clicks, how many led to a purchase
     * @param revenue of these purchases, in any one currency
     */
    public record Response(long impressions, long clicks, long purchases, double revenue) {
        /** Checks the numbers. */
        public Response {
            boolean nested = impressions >= clicks && clicks >= purchases && purchases >= 0;
            boolean earned = Double.isFinite(revenue) && (purchases > 0 || revenue == 0);
            if (!nested || !earned) {
                throw new IllegalArgumentException(
                        "expected impressions ≥ clicks ≥ purchases ≥ 0, and revenue of purchases only; was impressions="
                                + impressions + ", clicks=" + clicks + ", purchases=" + purchases + ", revenue="
                                + revenue);
            }
        }
    }

    /**
     * The rates.
     *
     * @param responses one a person
     * @param sampleCount samples of the bootstrap, ≥ 1
     * @return {@code ctr}: clicks / impressions; {@code conversion_rate}: purchases / clicks; {@code purchases_per_impression};
     *     {@code revenue_per_impression}
     */
    public static Map<String, Outcome> of(List<Response> responses, int sampleCount, long seed) {
        Bootstrap bootstrap = new Bootstrap(responses.size(), sampleCount, seed);
        Map<String, Outcome> rates = new LinkedHashMap<>();
        rates.put("ctr", rate(responses, bootstrap, Response::clicks, Response::impressions));
        rates.put("conversion_rate", rate(responses, bootstrap, Response::purchases, Response::clicks));
        rates.put("purchases_per_impression", rate(responses, bootstrap, Response::purchases, Response::impressions));
        rates.put("revenue_per_impression", rate(responses, bootstrap, Response::revenue, Response::impressions));
        return rates;
    }

    private static Outcome rate(
            List<Response> responses,
            Bootstrap bootstrap,
            ToDoubleFunction<Response> part,
            ToDoubleFunction<Response> whole) {
        return bootstrap
                .around(times -> sum(responses, times, part) / sum(responses, times, whole))
                .<Outcome>map(Function.identity())
                .orElseGet(() -> new Undefined("nothing to divide by: no clicks or no impressions"));
    }

    private static double sum(List<Response> responses, IntUnaryOperator times, ToDoubleFunction<Response> of) {
        double sum = 0;
        for (int person = 0; person < responses.size(); person++) {
            sum += times.applyAsInt(person) * of.applyAsDouble(responses.get(person));
        }
        return sum;
    }
}
