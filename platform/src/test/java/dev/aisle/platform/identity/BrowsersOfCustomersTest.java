package dev.aisle.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class BrowsersOfCustomersTest {
    private static final String CODE = "abcdefghijklmnopqrstuvwxyz0123";

    /** A log-in, or its end. */
    record Change(boolean added, String customer, String browser) {}

    @Property(tries = 200)
    void aCustomerHasTheBrowsersThatWereAddedAndNotTakenAway(@ForAll("changes") List<Change> changes) {
        BrowsersOfCustomers browsers = new BrowsersOfCustomers();
        Map<String, Set<String>> expected = new HashMap<>();

        for (Change change : changes) {
            Set<String> all = expected.computeIfAbsent(change.customer(), _ -> new HashSet<>());
            if (change.added()) {
                all.add(change.browser());
                browsers.add(change.customer(), change.browser());
            } else {
                all.remove(change.browser());
                browsers.remove(change.customer(), change.browser());
            }
        }

        assertThat(expected)
                .allSatisfy((customer, all) -> assertThat(browsers.of(customer)).isEqualTo(all));
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<String> customers = Arbitraries.of("p1.k1." + CODE + "c1", "p1.k1." + CODE + "c2");
        Arbitrary<String> browsers = Arbitraries.integers().between(10, 39).map(number -> "p1.k1." + CODE + number);
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.just(true)), Tuple.of(2, Arbitraries.just(false))),
                        customers,
                        browsers)
                .as(Change::new)
                .list()
                .ofMaxSize(200);
    }
}
