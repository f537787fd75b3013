package dev.aisle.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A line to a server that can be cut: then its connections end and new ones are refused, as if the server had gone. Or held: then connections stay and new ones
 * are accepted, and no byte passes, as if the server had frozen. Whoever connects to the control port and sends {@link #CUT}, {@link #HOLD} or {@link #MEND} gets the
 * same byte back when it is done; test and infrastructure may have different class loaders.
 */
final class CutLine implements AutoCloseable {
    static final int CUT = 'c';
    static final int HOLD = 'h';
    static final int MEND = 'm';

    private final InetSocketAddress server;
    private final ServerSocket control;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final int port;
    private @Nullable ServerSocket door;
    private boolean held;

    private CutLine(int serverPort) throws IOException {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort);
        this.control = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        this.port = mend(0);
        daemon(this::control);
    }

    static CutLine to(int serverPort) throws IOException {
        return new CutLine(serverPort);
    }

    int port() {
        return port;
    }

    int controlPort() {
        return control.getLocalPort();
    }

    private synchronized int mend(int wanted) throws IOException {
        if (door != null) {
            return wanted;
        }
        ServerSocket opened = new ServerSocket();
        opened.setReuseAddress(true);
        opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
        door = opened;
        daemon(() -> accept(opened));
        return opened.getLocalPort();
    }

    private synchronized void cut() throws IOException {
        if (door != null) {
            door.close();
            door = null;
        }
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    private void accept(ServerSocket opened) throws IOException {
        while (true) {
            Socket client = opened.accept();
            Socket target = new Socket(server.getAddress(), server.getPort());
            open.add(client);
            open.add(target);
            if (opened.isClosed()) {
                client.close();
                target.close();
            }
            daemon(() -> pass(client, target));
            daemon(() -> pass(target, client));
        }
    }

    private void pass(Socket from, Socket to) throws IOException, InterruptedException {
        byte[] some = new byte[8_192];
        try (from;
                to) {
            for (int read = from.getInputStream().read(some);
                    read >= 0;
                    read = from.getInputStream().read(some)) {
                awaitLine();
                to.getOutputStream().write(some, 0, read);
            }
        }
    }

    private synchronized void awaitLine() throws InterruptedException {
        while (held) {
            wait();
        }
    }

    private synchronized void hold(boolean wanted) {
        held = wanted;
        notifyAll();
    }

    private void control() throws IOException {
        while (true) {
            try (Socket caller = control.accept();
                    InputStream in = caller.getInputStream()) {
                int asked = in.read();
                switch (asked) {
                    case CUT -> cut();
                    case HOLD -> hold(true);
                    default -> {
                        hold(false);
                        mend(port);
                    }
                }
                caller.getOutputStream().write(asked);
            }
        }
    }

    /** Sends one byte to a control port and waits until it is done. */
    static void tell(int controlPort, int what) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), controlPort)) {
            socket.getOutputStream().write(what);
            int _ = socket.getInputStream().read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        control.close();
        cut();
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void daemon(Work work) {
        Thread.ofVirtual().start(() -> {
            try {
                work.run();
            } catch (IOException | InterruptedException _) {
                // A socket that is closed ends its thread: the line was cut.
            }
        });
    }
}
