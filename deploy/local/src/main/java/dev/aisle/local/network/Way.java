package dev.aisle.local.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A way for bytes from one port of this machine to another, with a weather that changes; what is said on it isn't looked at. */
public final class Way implements AutoCloseable {
    private static final int BUFFER = 16 * 1024;
    private static final int BACKLOG = 200;
    private static final long LOOK_MILLIS = 20;

    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<Integer> targets;
    private volatile Weather weather = Weather.FAIR;

    private Way(ServerSocket server, int target) {
        this.server = server;
        this.targets = List.of(target);
    }

    /** From one port to another, whether or not somebody listens there yet. */
    public static Way open(int port, int target) {
        try {
            var server = new ServerSocket();
            server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            var way = new Way(server, target);
            Thread.ofVirtual().start(way::accept);
            return way;
        } catch (IOException e) {
            throw new UncheckedIOException("No way from port " + port, e);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    /** From now on new connections go there. */
    public void lead(int other) {
        lead(List.of(other));
    }

    /** From now on new connections go to these in turn; one that nobody takes there goes to the next. */
    public void lead(List<Integer> others) {
        targets = List.copyOf(others);
    }

    /** From now on it behaves like this; a cut resets what is open. */
    public void is(Weather now) {
        weather = now;
        if (now.cut()) {
            open.forEach(Way::reset);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                Thread.ofVirtual().start(() -> join(client));
            } catch (IOException _) {
                // Closed, or one connection less.
            }
        }
    }

    private void join(Socket client) {
        if (weather.cut()) {
            reset(client);
            return;
        }
        try {
            var other = connected();
            client.setTcpNoDelay(true);
            other.setTcpNoDelay(true);
            open.add(client);
            open.add(other);
            Thread.ofVirtual().start(() -> hand(client, other));
            Thread.ofVirtual().start(() -> hand(other, client));
        } catch (IOException e) {
            reset(client);
        }
    }

    private Socket connected() throws IOException {
        var now = targets;
        int first = Math.floorMod(turn.getAndIncrement(), now.size());
        for (int i = 0; i < now.size() - 1; i++) {
            try {
                return new Socket(InetAddress.getLoopbackAddress(), now.get((first + i) % now.size()));
            } catch (IOException _) {
                // Nobody listens there; the next one may.
            }
        }
        return new Socket(InetAddress.getLoopbackAddress(), now.get((first + now.size() - 1) % now.size()));
    }

    private void hand(Socket from, Socket to) {
        var buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                weigh(count);
                out.write(buffer, 0, count);
                out.flush();
            }
            to.shutdownOutput();
        } catch (IOException e) {
            reset(from);
            reset(to);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reset(from);
            reset(to);
        } finally {
            forget(from, to);
        }
    }

    /** As long as it takes in this weather. */
    private void weigh(int count) throws InterruptedException, IOException {
        while (weather.silent()) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        var now = weather;
        if (now.cut() || server.isClosed()) {
            throw new IOException("cut");
        }
        TimeUnit.NANOSECONDS.sleep(now.delay().toNanos());
        if (now.bytesPerSecond() > 0) {
            TimeUnit.NANOSECONDS.sleep(1_000_000_000L * count / now.bytesPerSecond());
        }
    }

    /** Gone once both directions have ended. */
    private void forget(Socket from, Socket to) {
        if (from.isClosed() || to.isClosed() || (from.isOutputShutdown() && to.isOutputShutdown())) {
            close(from);
            close(to);
            open.remove(from);
            open.remove(to);
        }
    }

    /** So that the other side sees that something broke, and not an orderly end. */
    private static void reset(Socket socket) {
        try {
            socket.setOption(StandardSocketOptions.SO_LINGER, 0);
            socket.close();
        } catch (IOException e) {
            close(socket);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing more to be done for it.
            return;
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("A way can't be closed", e);
        } finally {
            open.forEach(Way::reset);
            open.clear();
        }
    }
}
