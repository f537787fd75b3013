package dev.aisle.local.bench.ingest;

import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.People;
import dev.aisle.local.stack.PortPlan;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The people of a benchmark, all of whom have agreed.
 *
 * @param prefix of their customer numbers
 * @param count  how many; their numbers have six digits
 */
public record Crowd(String prefix, int count) {
    public void agree(ApiClient api, PortPlan ports) {
        var numbers = IntStream.range(0, count)
                .mapToObj(number -> String.format(Locale.ROOT, "%s%06d", prefix, number))
                .toList();
        new People(api, ports).grant("customer_id", numbers);
    }
}
