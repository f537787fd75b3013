package dev.aisle.profile.analysis;

import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.people.usecase.EventsOfPeople;
import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/** A shop so large that nobody reads it to the end: the outside world of a question that takes long. */
@Alternative
@ApplicationScoped
public class SlowPeople implements EventsOfPeople {
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final long NANOS_A_PAGE = 20_000_000;

    /** With this shop, one worker and one place to wait. */
    public static class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "aisle.analysis.answer-within", "100ms",
                    "aisle.analysis.workers", "1",
                    "aisle.analysis.waiting", "1",
                    "aisle.analysis.deadline", "30s");
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(SlowPeople.class);
        }
    }

    @Override
    public Map<String, PersonEvents> of(Collection<String> pseudonyms, Instant from) {
        return Map.of();
    }

    @Override
    public SequencedMap<String, PersonEvents> page(String after, Instant from, Instant until, int limit) {
        LockSupport.parkNanos(NANOS_A_PAGE);
        int last = after.isEmpty() ? -1 : number(after.substring("p1.k1.".length()));
        TreeMap<String, PersonEvents> page = new TreeMap<>();
        for (int i = 1; i <= limit; i++) {
            page.put("p1.k1." + name(last + i), PersonEvents.NONE);
        }
        return page;
    }

    /** Six letters, in their order. */
    private static String name(int number) {
        StringBuilder name = new StringBuilder();
        for (int rest = number, i = 0; i < 6; i++, rest /= LETTERS.length()) {
            name.insert(0, LETTERS.charAt(rest % LETTERS.length()));
        }
        return name.toString();
    }

    private static int number(String name) {
        int number = 0;
        for (int i = 0; i < 6; i++) {
            number = LETTERS.length() * number + (i < name.length() ? LETTERS.indexOf(name.charAt(i)) : 0);
        }
        return number - 1;
    }
}
