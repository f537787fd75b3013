package dev.aisle.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** An address of a Service: each new connection goes to one of the endpoints, by turns, as kube-proxy does it; open ones stay where they are. */
final class ServiceAddress implements AutoCloseable {
    private static final int BACKLOG = 200;

    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turns = new AtomicInteger();
    private volatile List<InetSocketAddress> endpoints;

    private ServiceAddress(ServerSocket server, List<InetSocketAddress> endpoints) {
        this.server = server;
        this.endpoints = endpoints;
    }

    static ServiceAddress open(InetSocketAddress at, List<InetSocketAddress> endpoints) {
        try {
            ServerSocket server = new ServerSocket();
            server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            server.bind(at, BACKLOG);
            ServiceAddress address = new ServiceAddress(server, List.copyOf(endpoints));
            Thread.ofVirtual().start(address::accept);
            return address;
        } catch (IOException e) {
            throw new UncheckedIOException("Nobody can listen at " + at, e);
        }
    }

    InetSocketAddress at() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    /** Says where new connections go from now on. */
    void lead(List<InetSocketAddress> others) {
        endpoints = List.copyOf(others);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> join(client));
            } catch (IOException _) {
                // Closed, or one connection less.
            }
        }
    }

    private void join(Socket client) {
        List<InetSocketAddress> now = endpoints;
        Socket other = new Socket();
        try {
            if (now.isEmpty()) {
                throw new IOException("no endpoint");
            }
            other.connect(now.get(Math.floorMod(turns.getAndIncrement(), now.size())));
            client.setTcpNoDelay(true);
            other.setTcpNoDelay(true);
            open.add(client);
            open.add(other);
            Thread.ofVirtual().start(() -> hand(client, other));
            hand(other, client);
        } catch (IOException e) {
            reset(client);
            reset(other);
        }
    }

    private void hand(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            reset(from);
            reset(to);
        } finally {
            if (from.isClosed() || (from.isOutputShutdown() && to.isOutputShutdown())) {
                reset(from);
                reset(to);
            }
        }
    }

    private void reset(Socket socket) {
        open.remove(socket);
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
            throw new UncheckedIOException("An address can't be closed", e);
        } finally {
            open.forEach(this::reset);
        }
    }
}
