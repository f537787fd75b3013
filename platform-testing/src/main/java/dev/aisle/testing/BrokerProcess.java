package dev.aisle.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/** The test broker in a process of its own, so that a signal can freeze it: it keeps its connections then and answers nothing. */
final class BrokerProcess {
    static final String ADDRESS = "bootstrap.servers=";

    private final Process process;
    private final String bootstrapServers;

    private BrokerProcess(Process process, String bootstrapServers) {
        this.process = process;
        this.bootstrapServers = bootstrapServers;
    }

    static BrokerProcess start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        java, "-Xmx256m", "-XX:+UseSerialGC", "-cp", classPath, TestBroker.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader said = process.inputReader();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(ADDRESS)) {
                Thread.ofPlatform()
                        .daemon()
                        .name("broker-output")
                        .start(() -> said.lines().forEach(_ -> {}));
                return new BrokerProcess(process, line.substring(ADDRESS.length()));
            }
        }
        throw new IOException("The broker's process ended before it said where it is");
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    long pid() {
        return process.pid();
    }

    /** Ends it, also a frozen one. */
    void stop() {
        process.destroyForcibly();
    }
}
