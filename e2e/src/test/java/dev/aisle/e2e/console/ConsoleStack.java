package dev.aisle.e2e.console;

import dev.aisle.e2e.clients.Chromium;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.local.stack.Stack;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;

/** The one stack of all tests of the consoles: the first class starts it, each adds the parts that it needs, and it goes down with the tests' process. */
final class ConsoleStack {
    /** Where the ports of the stack begin. */
    static final int BASE_PORT = 29080;

    private static final PortPlan PORTS = new PortPlan(BASE_PORT);
    private static boolean begun;

    private ConsoleStack() {}

    /** Starts what isn't running of these parts. */
    static synchronized Consoles with(Part... parts) {
        Path project = Path.of("..").toAbsolutePath().normalize();
        Stack stack = new Stack(new Layout(project, Path.of("target/console"), PORTS), new Progress(System.out));
        if (!begun) {
            begun = true;
            stack.down();
            stack.wipe();
            Runtime.getRuntime().addShutdownHook(new Thread(stack::down));
        }
        stack.up(Set.of(parts));
        return new Consoles(Chromium.ofTheMachine());
    }

    /** A page of a part. */
    static URI at(Part part, String path) {
        return PORTS.http(part).resolve(path);
    }
}
