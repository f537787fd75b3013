package dev.aisle.platform.identity;

import dev.aisle.contracts.Keeps;
import dev.aisle.platform.packed.ViewValues;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The browsers of each customer: as bytes, which are written anew with each change, while there are few of them; as objects when there are many,
 * so that a change costs the same however many there are. Read by anybody, written by one thread.
 */
@Keeps(ofPersons = "browsers by customer, for PersonLinkView, which takes them out")
final class BrowsersOfCustomers {
    private static final int FEW = 16;

    private final ViewValues<Set<String>> few = ViewValues.asBytes(new PackedBrowsers());
    /** Whoever is in here is asked here first, and may stand among the few with browsers of before. */
    private final Map<String, Set<String>> many = new ConcurrentHashMap<>();

    Set<String> of(String customer) {
        Set<String> all = many.get(customer);
        if (all != null) {
            return Set.copyOf(all);
        }
        Set<String> some = few.get(customer);
        return some == null ? Set.of() : some;
    }

    void add(String customer, String browser) {
        Set<String> all = many.get(customer);
        if (all != null) {
            all.add(browser);
            return;
        }
        Set<String> some = new HashSet<>(of(customer));
        some.add(browser);
        if (some.size() <= FEW) {
            few.put(customer, Set.copyOf(some));
        } else {
            Set<String> shared = ConcurrentHashMap.newKeySet();
            shared.addAll(some);
            many.put(customer, shared);
        }
    }

    void remove(String customer, String browser) {
        Set<String> all = many.get(customer);
        if (all != null) {
            all.remove(browser);
            if (all.isEmpty()) {
                few.remove(customer);
                many.remove(customer);
            }
            return;
        }
        Set<String> some = new HashSet<>(of(customer));
        some.remove(browser);
        if (some.isEmpty()) {
            few.remove(customer);
        } else {
            few.put(customer, Set.copyOf(some));
        }
    }
}
