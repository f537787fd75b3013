package dev.aisle.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a port is free, and who has it when it isn't. */
final class Ports {
    private static final String LISTENING = "0A";
    private static final int ADDRESS_FIELD = 1;
    private static final int STATE_FIELD = 3;
    private static final int INODE_FIELD = 9;

    private Ports() {}

    static boolean free(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The process that listens on the port, in words; "another process" where the system doesn't tell. */
    static String owner(int port) {
        return inode(port).flatMap(Ports::holder).map(Ports::named).orElse("another process");
    }

    private static Optional<String> inode(int port) {
        var suffix = String.format(Locale.ROOT, ":%04X", port);
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .map(Path::of)
                .flatMap(table -> lines(table).stream())
                .map(line -> line.strip().split("\\s+", -1))
                .filter(fields -> fields.length > INODE_FIELD)
                .filter(fields -> fields[ADDRESS_FIELD].endsWith(suffix) && fields[STATE_FIELD].equals(LISTENING))
                .map(fields -> fields[INODE_FIELD])
                .findFirst();
    }

    private static List<String> lines(Path table) {
        try {
            return Files.readAllLines(table);
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Optional<ProcessHandle> holder(String inode) {
        var socket = "socket:[" + inode + "]";
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process.pid(), socket))
                .findFirst();
    }

    private static boolean holds(long pid, String socket) {
        var descriptors = Path.of("/proc", Long.toString(pid), "fd");
        try (var open = Files.list(descriptors)) {
            return open.anyMatch(descriptor -> target(descriptor).equals(socket));
        } catch (IOException e) {
            return false;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static String named(ProcessHandle process) {
        var programme =
                process.info().command().map(path -> Path.of(path).getFileName().toString());
        return "process " + process.pid()
                + programme.map(name -> " (" + name + ")").orElse("");
    }
}
