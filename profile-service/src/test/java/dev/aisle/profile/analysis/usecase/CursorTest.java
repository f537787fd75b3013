package dev.aisle.profile.analysis.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.aisle.profile.people.domain.PersonEvents;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NavigableSet;
import java.util.SequencedMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CursorTest {
    @Provide
    Arbitrary<NavigableSet<String>> pseudonyms() {
        return Arbitraries.strings()
                .withChars('-', '_', '0', 'A', 'a', 'z')
                .ofMinLength(1)
                .ofMaxLength(5)
                .map(name -> "p1.k1." + name)
                .set()
                .ofMinSize(2)
                .ofMaxSize(30)
                .map(TreeSet::new);
    }

    @Property
    void pagesThatGoOnAtACursorHaveEverybodyOnce(
            @ForAll("pseudonyms") NavigableSet<String> everybody, @ForAll @IntRange(min = 2, max = 7) int limit) {
        List<String> read = new ArrayList<>();
        String after = "";
        boolean more = true;
        while (more) {
            List<String> page =
                    everybody.tailSet(after, false).stream().limit(limit).toList();
            more = page.size() == limit;
            String cursor = more ? Cursor.before(map(page)) : "";
            read.addAll(
                    more
                            ? page.stream()
                                    .filter(name -> name.compareTo(cursor) < 0)
                                    .toList()
                            : page);
            if (more && everybody.contains(cursor)) {
                // A whole pseudonym is the prefix of itself only: real ones are all as long as each other.
                return;
            }
            after = cursor;
        }

        assertThat(read).containsExactlyElementsOf(everybody);
    }

    @Test
    void aCursorNamesNobody() {
        assertThat(Cursor.before(map(List.of("p1.k1.AbcdXYZ", "p1.k1.AbfgXYZ"))))
                .isEqualTo("p1.k1.Abf");
    }

    @Test
    void peopleInAnotherOrderAreRefused() {
        assertThatIllegalStateException().isThrownBy(() -> Cursor.before(map(List.of("p1.k1.b", "p1.k1.A"))));
    }

    private static SequencedMap<String, PersonEvents> map(List<String> names) {
        SequencedMap<String, PersonEvents> map = new LinkedHashMap<>();
        names.forEach(name -> map.put(name, PersonEvents.NONE));
        return map;
    }
}
