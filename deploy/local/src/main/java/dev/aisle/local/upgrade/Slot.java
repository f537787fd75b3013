package dev.aisle.local.upgrade;

import dev.aisle.local.network.RevolvingDoor;
import dev.aisle.local.network.Way;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.Victim;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where one service runs: a door at its usual port, and two ports behind that its instances take in turn. */
final class Slot implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration ENDING = Duration.ofSeconds(40);
    private static final int FIRST_ABOVE = 40;
    private static final int SECOND_ABOVE = 50;
    private static final int GRPC_ABOVE = 60;

    private final Layout layout;
    private final Part part;
    private final List<Integer> ports;
    private final RevolvingDoor door;
    private final Optional<Way> grpc;
    private int starts;
    private int taken;
    private @Nullable Victim inside;

    Slot(Layout layout, Part part) {
        this.layout = layout;
        this.part = part;
        var own = layout.ports().http(part).getPort();
        this.ports = List.of(own + FIRST_ABOVE, own + SECOND_ABOVE);
        this.door = RevolvingDoor.open(own);
        this.grpc =
                part == Part.RECOMMENDER ? Optional.of(Way.open(own + GRPC_ABOVE, ports.getFirst())) : Optional.empty();
    }

    Part part() {
        return part;
    }

    long broken() {
        return door.broken();
    }

    List<String> remarks() {
        return door.remarks();
    }

    /** Starts an instance of a version, lets it in once it is ready, and ends the one before when that has answered everybody. */
    void replace(Version version) throws InterruptedException {
        var before = inside;
        var beforePort = taken;
        var port = ports.get(starts % ports.size());
        var name = part.label() + "-" + ++starts + "-" + version.name();
        var next = Victim.instance(version.layout(layout), part, name, port, environment(name));
        next.start("");
        if (!next.awaitReady(PATIENCE)) {
            next.close();
            throw new CommandFailure(name + " did not become ready: " + next.lastError());
        }
        inside = next;
        taken = port;
        door.lead(List.of(at(port)));
        grpc.ifPresent(way -> way.lead(port));
        if (before != null) {
            end(before, beforePort);
        }
    }

    private void end(Victim before, int port) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (door.isBusy(at(port)) && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        if (!before.terminate(ENDING)) {
            before.close();
            throw new CommandFailure(before.name() + " did not end within " + ENDING.toSeconds() + " s of SIGTERM.");
        }
    }

    private static InetSocketAddress at(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private Map<String, String> environment(String name) {
        var own = new HashMap<String, String>();
        // Versions from before these were their own settings need them to start on a newer schema.
        own.put("QUARKUS_FLYWAY_IGNORE_MIGRATION_PATTERNS", "*:missing,*:future");
        if (part == Part.INGEST) {
            own.put("AISLE_STATE_DIRECTORY", layout.data().resolve(name).toString());
        }
        if (part == Part.CAMPAIGN) {
            var recommender = layout.ports().http(Part.RECOMMENDER).getPort() + GRPC_ABOVE;
            own.put("QUARKUS_GRPC_CLIENTS_RECOMMENDER_PORT", Integer.toString(recommender));
        }
        return own;
    }

    @Override
    public void close() {
        if (inside != null) {
            inside.close();
        }
        grpc.ifPresent(Way::close);
        door.close();
    }
}
