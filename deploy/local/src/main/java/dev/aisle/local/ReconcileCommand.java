package dev.aisle.local;

import dev.aisle.local.shell.Arguments;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.ServiceEnvironment;
import dev.aisle.platform.provisioning.Reconcile;
import java.util.List;
import java.util.Map;

/** {@code ./aisle reconcile}: compares what was acknowledged with what the local databases hold, as the jobs of the chart do. */
final class ReconcileCommand {
    private static final String ADMIN = "postgres";

    private final Arguments arguments;
    private final Layout layout;

    ReconcileCommand(Arguments arguments, Layout layout) {
        this.arguments = arguments;
        this.layout = layout;
    }

    /** 0 when everything agrees, 1 when something differs, 2 when it can't be told. */
    int run() {
        arguments.allow("port-base", "home", "window", "most-events");
        int worst = 0;
        for (var what : List.of("door", "profile", "recommender", "campaign")) {
            worst = Math.max(worst, Reconcile.run(environment(what), System.out));
        }
        return worst;
    }

    private Map<String, String> environment(String what) {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                layout.ports().address(Part.KAFKA),
                "AISLE_RECONCILE_WHAT",
                what,
                "AISLE_RECONCILE_WINDOW",
                arguments.option("window").orElse("PT3H"),
                "AISLE_RECONCILE_MOST_EVENTS",
                arguments.option("most-events").orElse("20000"),
                "AISLE_SEALING_KEY",
                ServiceEnvironment.SEALING_KEY_ID,
                "AISLE_SEALING_KEYS",
                ServiceEnvironment.SEALING_KEY_ID + ":" + ServiceEnvironment.SEALING_KEY,
                "QUARKUS_DATASOURCE_JDBC_URL",
                layout.ports().jdbc(what),
                "QUARKUS_DATASOURCE_USERNAME",
                ADMIN,
                "QUARKUS_DATASOURCE_PASSWORD",
                ADMIN);
    }
}
