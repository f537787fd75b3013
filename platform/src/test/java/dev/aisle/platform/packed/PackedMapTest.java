package dev.aisle.platform.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PackedMapTest {
    private static final String CODE = "abcdefghijklmnopqrstuvwxyz-_0123";

    /** Texts as they are. */
    private static final class Texts implements Packing<String> {
        @Override
        public void write(String value, PackedWriter out) {
            out.text(value);
        }

        @Override
        public String read(String key, PackedReader in) {
            return in.text();
        }
    }

    /** A change of a map: no value takes the key out. */
    record Change(String key, @Nullable String value) {}

    @Property(tries = 300)
    void aMapOfBytesHoldsWhatAMapOfObjectsHolds(@ForAll("changes") List<Change> changes) {
        PackedMap<String> packed = new PackedMap<>(new Texts());
        Map<String, String> expected = new HashMap<>();

        for (Change change : changes) {
            if (change.value() == null) {
                packed.remove(change.key());
                expected.remove(change.key());
            } else {
                packed.put(change.key(), change.value());
                expected.put(change.key(), change.value());
            }
            assertThat(packed.get(change.key())).isEqualTo(change.value());
        }

        Map<String, String> found = new HashMap<>();
        packed.forEach(found::put);
        assertThat(found).isEqualTo(expected);
        assertThat(packed.size()).isEqualTo(expected.size());
        assertThat(changes).allSatisfy(one -> assertThat(packed.get(one.key())).isEqualTo(expected.get(one.key())));
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<String> keys = Arbitraries.oneOf(
                Combinators.combine(
                                Arbitraries.of("p1.k1.", "p1.erased.", "", "p1.k1.é"),
                                Arbitraries.integers().between(0, 40))
                        .as((prefix, number) -> prefix + CODE.substring(number % 32) + CODE.substring(0, number % 32)),
                Arbitraries.of("", "nobody", "p1.k1.nobody", "ключ", "\u007f".repeat(40), "x".repeat(300)));
        Arbitrary<String> values = Arbitraries.strings().ofMaxLength(300).injectNull(0.2);
        return Combinators.combine(keys, values).as(Change::new).list().ofMaxSize(400);
    }

    @Test
    void aPrefixThatIsOneTooManyTakesAPlaceAllTheSame() {
        PackedMap<String> packed = new PackedMap<>(new Texts());
        for (int i = 0; i < 300; i++) {
            packed.put("p1.key" + i + "." + CODE, "value " + i);
        }

        assertThat(packed.get("p1.key7." + CODE)).isEqualTo("value 7");
        assertThat(packed.get("p1.key299." + CODE)).isEqualTo("value 299");
        assertThat(packed.get("p1.key300." + CODE)).isNull();
    }

    @Test
    void readersSeeWholeValuesThatNeverGoBackWhileOneThreadWrites() throws InterruptedException {
        PackedMap<String> packed = new PackedMap<>(new Texts());
        int keys = 50;
        AtomicBoolean goesOn = new AtomicBoolean(true);
        AtomicInteger faults = new AtomicInteger();
        List<Thread> readers = List.of(reader(packed, keys, goesOn, faults), reader(packed, keys, goesOn, faults));

        for (int round = 1; round <= 4_000; round++) {
            for (int key = 0; key < keys; key++) {
                packed.put(key(key), (round + " ").repeat(1 + (round + key) % 40));
            }
        }
        goesOn.set(false);
        for (Thread reader : readers) {
            reader.join();
        }

        assertThat(faults).hasValue(0);
    }

    private static Thread reader(PackedMap<String> packed, int keys, AtomicBoolean goesOn, AtomicInteger faults) {
        return Thread.ofPlatform().start(() -> {
            int[] last = new int[keys];
            while (goesOn.get()) {
                for (int key = 0; key < keys; key++) {
                    String value = packed.get(key(key));
                    if (value != null && !isNoOlder(value, last, key)) {
                        faults.incrementAndGet();
                    }
                }
            }
        });
    }

    private static boolean isNoOlder(String value, int[] last, int key) {
        int round = Integer.parseInt(value.substring(0, value.indexOf(' ')));
        boolean whole = value.equals((round + " ").repeat(1 + (round + key) % 40));
        boolean newer = round >= last[key];
        last[key] = round;
        return whole && newer;
    }

    private static String key(int number) {
        return "p1.k1." + CODE.substring(0, 30) + (char) ('a' + number / 10) + (char) ('0' + number % 10);
    }

    @Test
    void nothingOfAKeyThatWasTakenOutStaysInMemory() {
        Shard shard = new Shard(() -> 1);
        put(shard, "somebody", "first words");
        put(shard, "somebody", "last words");
        put(shard, "another", "other words");
        assertThat(memory(shard)).contains("somebody", "first words", "last words");

        byte[] key = new PackedKeys().packed("somebody");
        shard.remove(key, PackedKeys.hash(key));

        assertThat(memory(shard))
                .doesNotContain("somebody", "first words", "last words")
                .contains("another", "other words");
        assertThat(shard.entries()).isEqualTo(1);
    }

    private static void put(Shard shard, String name, String value) {
        PackedKeys keys = new PackedKeys();
        byte[] key = keys.packed(name);
        PackedWriter entry = new PackedWriter(new Names(), keys);
        byte[] words = value.getBytes(StandardCharsets.UTF_8);
        entry.number((long) key.length + words.length);
        entry.bytes(key);
        entry.bytes(words);
        shard.put(key, PackedKeys.hash(key), entry);
    }

    private static String memory(Shard shard) {
        return new String(shard.table().bytes(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void valuesThatAreReplacedAgainAndAgainTakeNoMoreRoom() {
        PackedMap<String> packed = new PackedMap<>(new Texts());
        for (int key = 0; key < 20_000; key++) {
            packed.put("person " + key, "0".repeat(100));
        }
        long once = packed.bytes();

        for (int round = 0; round < 20; round++) {
            for (int key = 0; key < 20_000; key++) {
                packed.put("person " + key, ("" + round % 10).repeat(100));
            }
        }

        assertThat(packed.bytes()).isLessThan(once * 9 / 8);
        for (int key = 0; key < 20_000; key++) {
            packed.remove("person " + key);
        }
        assertThat(packed.bytes()).isLessThan(256 * 1_024);
    }
}
