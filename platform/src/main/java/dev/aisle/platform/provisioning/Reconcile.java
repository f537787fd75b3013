package dev.aisle.platform.provisioning;

import dev.aisle.algorithms.privacy.envelope.MasterKeys;
import dev.aisle.platform.kafka.BrokerSecurity;
import dev.aisle.platform.reconcile.CannotCompare;
import dev.aisle.platform.reconcile.Reconciliation;
import dev.aisle.platform.reconcile.Reconciliation.Database;
import dev.aisle.platform.reconcile.Report;
import java.io.PrintStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * Compares what the door acknowledged, or what a database holds, with the refined events of the last hours. It ends with 1 when something differs and with 2
 * when it could not compare.
 */
public final class Reconcile {
    private static final String DOOR = "door";
    /** Refine remembers for a day which messages it has seen. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private Reconcile() {}

    /** The job; {@code AISLE_RECONCILE_WHAT} is {@code door}, {@code profile}, {@code recommender} or {@code campaign}. */
    public static void main(String... arguments) {
        System.exit(run(new Settings(System.getenv()), List.of(arguments), System.out));
    }

    /** The same with an environment of one's own. */
    public static int run(Map<String, String> environment, PrintStream out) {
        return run(new Settings(environment), List.of(), out);
    }

    static int run(Settings settings, List<String> arguments, PrintStream out) {
        try {
            Report report = report(settings);
            report.lines().forEach(line -> out.println("reconcile: " + line));
            out.println(report.json());
            return report.agrees() ? 0 : 1;
        } catch (CannotCompare | JobFailure e) {
            out.println("reconcile: " + String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", " "));
            return 2;
        }
    }

    private static Report report(Settings settings) {
        String what = settings.need("aisle.reconcile.what");
        var reconciliation = new Reconciliation(
                BrokerSecurity.with(
                        Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.need("kafka.bootstrap.servers")),
                        settings::get),
                window(settings.get("aisle.reconcile.window").orElse("PT3H")),
                settings.number("aisle.reconcile.most-events", 20_000));
        return what.equals(DOOR)
                ? reconciliation.door()
                : reconciliation.database(
                        new Database(
                                what,
                                settings.need("quarkus.datasource.jdbc.url"),
                                settings.login("username"),
                                settings.login("password")),
                        keys(settings));
    }

    private static MasterKeys keys(Settings settings) {
        try {
            return MasterKeys.of(
                    settings.need("aisle.sealing.key"),
                    List.of(settings.need("aisle.sealing.keys").split("\\s*,\\s*")));
        } catch (IllegalArgumentException e) {
            throw new JobFailure("AISLE_SEALING_KEYS: " + e.getMessage());
        }
    }

    private static Duration window(String text) {
        try {
            Duration window = Duration.parse(text);
            if (window.isPositive() && window.compareTo(LONGEST) < 0) {
                return window;
            }
        } catch (DateTimeException _) {
            // Said below.
        }
        throw new JobFailure(
                "AISLE_RECONCILE_WINDOW must be a span of less than a day, such as PT3H, not \"" + text + "\".");
    }
}
