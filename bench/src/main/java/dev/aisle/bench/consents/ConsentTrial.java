package dev.aisle.bench.consents;

import dev.aisle.bench.CpuTime;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.consent.PackedConsents;
import dev.aisle.platform.packed.ViewValues;
import dev.aisle.testing.MadeConsents;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;

/** Loads consents into one kind of map; prints live bytes a person after a collection, and nanoseconds of CPU a look-up. */
public final class ConsentTrial {
    private static final Instant NOW = Instant.ofEpochSecond(1_795_000_000);
    private static final int IN_THE_SHOP = 2_000;
    private static final int ROUNDS = 3;

    private final ViewValues<Consent> values;
    private final String[] people;
    private long granted;

    private ConsentTrial(ViewValues<Consent> values, int people) {
        this.values = values;
        this.people = new String[people];
    }

    /** Takes {@code bytes} or {@code objects}, and how many people. */
    public static void main(String[] arguments) {
        ViewValues<Consent> values =
                arguments[0].equals("bytes") ? ViewValues.asBytes(new PackedConsents()) : ViewValues.asObjects();
        new ConsentTrial(values, Integer.parseInt(arguments[1])).run();
    }

    private void run() {
        Random random = new Random(7);
        for (int i = 0; i < people.length; i++) {
            people[i] = MadeConsents.pseudonym(random);
        }
        long before = live();
        CpuTime loading = new CpuTime();
        for (String person : people) {
            // The record's own text of the key, as the consumer gives it.
            ConsentState state = MadeConsents.state(new String(person.toCharArray()), random);
            values.put(state.getPseudonym(), Consent.of(state));
        }
        double load = loading.seconds();
        double everybody = 0;
        double visitors = 0;
        for (int round = 0; round < ROUNDS; round++) {
            everybody = lookUps(people.length);
            visitors = lookUps(IN_THE_SHOP);
        }
        System.out.println(String.format(
                Locale.ROOT,
                "TRIAL bytes=%.0f load=%.2f everybody=%.0f visitors=%.0f granted=%d",
                (double) (live() - before) / people.length,
                load,
                everybody,
                visitors,
                granted));
    }

    /** Asks a million times what somebody allows; nanoseconds each. */
    private double lookUps(int among) {
        Random random = new Random(11);
        int count = 1_000_000;
        CpuTime time = new CpuTime();
        for (int i = 0; i < count; i++) {
            Consent consent = values.get(people[random.nextInt(among)]);
            if (consent != null && consent.granted(NOW).contains(Purpose.PERSONALIZATION)) {
                granted++;
            }
        }
        return time.seconds() / count * 1e9;
    }

    /** The serial collector leaves some of what is dead where it is, but not each fourth time. */
    private static long live() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
