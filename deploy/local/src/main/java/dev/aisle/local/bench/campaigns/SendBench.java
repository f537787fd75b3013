package dev.aisle.local.bench.campaigns;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.local.bench.load.ProcessTime;
import dev.aisle.local.bench.profile.Feeder;
import dev.aisle.local.bench.profile.Tables;
import dev.aisle.local.shell.Arguments;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.Stack;
import dev.aisle.local.stack.Tuning;
import dev.aisle.mail.CountingSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Runs broker, database, issuer and campaign-service alone, in a home of their own, and sends a campaign to many people into a counting mail
 * server: messages a second, CPU, and whether the memory grows.
 */
public final class SendBench {
    private static final Set<Part> PARTS = EnumSet.of(Part.POSTGRES, Part.KAFKA, Part.ISSUER, Part.CAMPAIGN);
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final int QUARTERS = 4;

    private final BenchStack bench;
    private final int people;
    private final int senders;

    public SendBench(Arguments arguments, Layout layout, Progress progress) {
        this.bench = new BenchStack(layout, "bench-campaigns", progress);
        this.people = arguments.number("people", 200_000);
        this.senders = arguments.number("senders", 4);
    }

    /** Measures; the data is deleted at the end. */
    public int run() {
        try (var vault = new PlayedVault();
                var sink = CountingSink.start(new CountingSink.Events() {})) {
            bench.run(PARTS, tuning(vault, sink), stack -> measure(stack, sink));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return 0;
    }

    private Tuning tuning(PlayedVault vault, CountingSink sink) {
        var environment = new HashMap<String, String>();
        environment.put("AISLE_CHANNELS_PRIVACY", vault.address());
        environment.put("AISLE_CHANNELS_EMAIL_PORT", Integer.toString(sink.port()));
        environment.put("AISLE_CHANNELS_EMAIL_PER_SECOND", "1000000");
        environment.put("AISLE_MESSAGES_SENDERS", Integer.toString(senders));
        return new Tuning(List.of("-Xms256m", "-Xmx256m", "-XX:+UseSerialGC"), environment);
    }

    private void measure(Stack stack, CountingSink sink) {
        bench.step(String.format(Locale.ROOT, "%,d people grant marketing_email", people));
        try (var feeder = new Feeder(bench.ports())) {
            feeder.grant(people, List.of(Purpose.MARKETING_EMAIL));
        }
        try (var messages = new MadeMessages(bench.ports());
                var tables = new Tables(bench.ports(), "campaign")) {
            send("warm-up", people / 5, stack, sink, messages);
            send("campaign", people, stack, sink, messages);
            var wrong = tables.number("select count(*) from message where state <> 'delivered'");
            var repeated = sink.total() - sink.different();
            bench.figure(String.format(
                    Locale.ROOT,
                    "%,d messages delivered in the ledger, %d not; the sink has %,d different ones and %d twice",
                    tables.number("select count(*) from message where state = 'delivered'"),
                    wrong,
                    sink.different(),
                    repeated));
        }
    }

    private void send(String round, int count, Stack stack, CountingSink sink, MadeMessages messages) {
        var service = stack.pid(Part.CAMPAIGN);
        signal(service, "-STOP");
        var bytes = messages.add(round, count);
        var before = sink.total();
        var cpu = ProcessTime.ofTree(service);
        signal(service, "-CONT");
        var start = System.nanoTime();
        var memory = new StringBuilder();
        for (int quarter = 1; quarter <= QUARTERS; quarter++) {
            await(sink, before + (long) count * quarter / QUARTERS);
            memory.append(quarter == 1 ? "" : ", ").append(residentMebibytes(service));
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        bench.figure(String.format(
                Locale.ROOT,
                "%s: %,d messages of %d bytes in %.1f s = %,.0f/s by %d senders; the service used %.1f s of CPU, its memory was %s MiB"
                        + " after each quarter; the vault is played",
                round,
                count,
                bytes,
                seconds,
                count / seconds,
                senders,
                ProcessTime.ofTree(service) - cpu,
                memory));
    }

    private static void await(CountingSink sink, long wanted) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (sink.total() < wanted) {
            if (System.nanoTime() > deadline) {
                throw new CommandFailure("Only " + sink.total() + " of " + wanted + " messages came.");
            }
            try {
                Thread.sleep(Duration.ofMillis(20));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CommandFailure("Interrupted.", e);
            }
        }
    }

    /** Holds a process while its work is being written, so that it is measured at work only. */
    private static void signal(long pid, String signal) {
        try {
            if (new ProcessBuilder("kill", signal, Long.toString(pid)).start().waitFor() != 0) {
                throw new CommandFailure("campaign-service can't be held.");
            }
        } catch (IOException e) {
            throw new CommandFailure("campaign-service can't be held: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }

    private static long residentMebibytes(long pid) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
