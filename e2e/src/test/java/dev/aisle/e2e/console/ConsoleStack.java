package dev.aisle.e2e.console;

import dev.aisle.e2e.clients.Chromium;
import dev.aisle.e2e.security.PlantedSecrets;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.local.stack.Stack;
import dev.aisle.local.stack.Tuning;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** The one stack of all tests of the consoles: the first class starts it, each adds the parts that it needs, and it goes down with the tests' process. */
public final class ConsoleStack {
    /** Where the ports of the stack begin. */
    public static final int BASE_PORT = 29080;

    private static final PortPlan PORTS = new PortPlan(BASE_PORT);
    private static final ApiClient CLIENTS = new ApiClient(PORTS);
    private static boolean begun;

    private ConsoleStack() {}

    /** Starts what isn't running of these parts. */
    static Consoles with(Part... parts) {
        return with(Set.of(parts));
    }

    static Consoles with(Set<Part> parts) {
        start(parts);
        return new Consoles(Chromium.ofTheMachine());
    }

    /** The same for tests without a browser. */
    public static synchronized void start(Set<Part> parts) {
        Stack stack = new Stack(layout(), new Progress(System.out), PlantedSecrets.tunings());
        if (!begun) {
            begun = true;
            stack.down();
            stack.wipe();
            Runtime.getRuntime().addShutdownHook(new Thread(stack::down));
        }
        stack.up(parts);
    }

    /** The same with all five services and what they need. */
    public static void startServices() {
        start(Part.core());
    }

    /** Starts a part that runs anew and in another way; it stays so. */
    public static synchronized void restart(Part part, Tuning tuning) {
        Stack stack = new Stack(layout(), new Progress(System.out), Map.of(part, tuning));
        stack.stop(Set.of(part));
        stack.up(Set.of(part));
    }

    /** Where the stack keeps what it writes. */
    public static Layout layout() {
        return new Layout(
                Path.of("..").toAbsolutePath().normalize(),
                Path.of("target/console").toAbsolutePath(),
                PORTS);
    }

    /** A token of one of the issuer's clients. */
    public static String token(String client) {
        return CLIENTS.authorization(Call.get(Part.PRIVACY, "/").as(client)).substring("Bearer ".length());
    }

    /** Who signs the stack's tokens. */
    public static URI issuer() {
        return PORTS.issuer();
    }

    /** A page of a part. */
    public static URI at(Part part, String path) {
        return PORTS.http(part).resolve(path);
    }
}
