package dev.aisle.mail;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that takes everything, keeps nothing and counts by Message-ID how often it has taken a message. It counts before it answers,
 * as a real one has written a message before it says so.
 */
public final class CountingSink implements Closeable {
    private static final String HEADER = "message-id:";

    private final ServerSocket server;
    private final Events events;
    private final Map<String, LongAdder> taken = new ConcurrentHashMap<>();
    private final LongAdder total = new LongAdder();

    private CountingSink(ServerSocket server, Events events) {
        this.server = server;
        this.events = events;
    }

    /** What a test may do in between: kill the sender, for example. */
    public interface Events {
        /** The text has begun to come. */
        default void begun() {}

        /** A message is taken and isn't answered yet. */
        default void taken() {}

        /** What is answered to a command instead of yes: {@code 550 no such user}; {@code null}: yes. */
        default @Nullable String answer(String command) {
            return null;
        }
    }

    /** Starts at any free port. */
    public static CountingSink start(Events events) {
        try {
            CountingSink sink = new CountingSink(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), events);
            Thread.ofVirtual().start(sink::accept);
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    /** How often a message was taken. */
    public long taken(String messageId) {
        LongAdder count = taken.get(messageId);
        return count == null ? 0 : count.sum();
    }

    /** How many were taken, repetitions too. */
    public long total() {
        return total.sum();
    }

    /** How many different ones were taken. */
    public int different() {
        return taken.size();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                // Closed, or one connection less.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                var in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
                var out = new BufferedWriter(
                        new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.ISO_8859_1))) {
            socket.setTcpNoDelay(true);
            say(out, "220 sink");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.toUpperCase(Locale.ROOT);
                String answer = events.answer(line);
                if (answer != null) {
                    say(out, answer);
                } else if (command.startsWith("DATA")) {
                    say(out, "354 go on");
                    read(in);
                    say(out, "250 taken");
                } else if (command.startsWith("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, "250 yes");
                }
            }
        } catch (IOException e) {
            // The sender is gone; what it had handed over is counted.
        }
    }

    private void read(BufferedReader in) throws IOException {
        String id = "";
        boolean first = true;
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                throw new IOException("The sender went before the end");
            }
            if (first) {
                events.begun();
                first = false;
            }
            if (id.isEmpty() && line.regionMatches(true, 0, HEADER, 0, HEADER.length())) {
                id = line.substring(HEADER.length()).strip();
            }
        }
        taken.computeIfAbsent(id, _ -> new LongAdder()).increment();
        total.increment();
        events.taken();
    }

    private static void say(BufferedWriter out, String line) throws IOException {
        out.write(line);
        out.write("\r\n");
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
