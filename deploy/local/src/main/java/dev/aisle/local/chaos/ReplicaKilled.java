package dev.aisle.local.chaos;

import dev.aisle.contracts.ShopPrefix;
import dev.aisle.contracts.Topic;
import dev.aisle.local.bench.profile.Feeder;
import dev.aisle.local.bench.profile.MadeEvents;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.Stack;
import dev.aisle.local.stack.Victim;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.utils.Utils;

/**
 * How long people's events stand still when one of two replicas of profile-service dies by kill -9. A person of each partition gets an event several times a
 * second; their profiles in the database are looked at more often than that.
 */
public final class ReplicaKilled {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration OFTEN = Duration.ofMillis(100);
    private static final int CROWD = 200;
    private static final int SECOND_ABOVE = 90;
    private static final String GROUP = ShopPrefix.before("profile-service");

    private final Layout layout;
    private final Progress progress;
    private final int kills;

    /** Runs in a home of its own, and kills so often, each replica in turn. */
    public ReplicaKilled(Layout layout, Progress progress, int kills) {
        this.layout = layout;
        this.progress = progress;
        this.kills = kills;
    }

    /**
     * What was seen.
     *
     * @param stalls of each kill the longest time that a person of the dead replica waited for the next event
     * @param steady the longest such time while both were there
     * @param events what was sent
     * @param missing events that no profile has in the end
     */
    public record Found(List<Duration> stalls, Duration steady, long events, long missing) {
        /** The longest of them. */
        public Duration longest() {
            return stalls.stream().max(Duration::compareTo).orElse(Duration.ZERO);
        }
    }

    /** Kills each in turn. */
    public Found run() throws InterruptedException {
        Stack stack = new Stack(layout, progress);
        stack.down();
        stack.wipe();
        int port = layout.ports().of(Part.PROFILE);
        try (Victim first = Victim.instance(layout, Part.PROFILE, "profile-a", port, Map.of());
                Victim second = Victim.instance(layout, Part.PROFILE, "profile-b", port + SECOND_ABOVE, Map.of())) {
            stack.up(Set.of(Part.POSTGRES, Part.KAFKA, Part.ISSUER));
            return killed(List.of(first, second));
        } finally {
            stack.down();
            stack.wipe();
        }
    }

    private Found killed(List<Victim> replicas) throws InterruptedException {
        for (Victim replica : replicas) {
            start(replica);
        }
        try (Feeder feeder = new Feeder(layout.ports());
                Admin admin =
                        Admin.create(Map.of("bootstrap.servers", layout.ports().address(Part.KAFKA)));
                SteadyEvents events = new SteadyEvents(layout.ports(), feeder, people())) {
            feeder.grant(CROWD);
            awaitShared(admin, replicas.size());
            events.start();
            events.awaitAll(PATIENCE);
            Waiting.pause(Duration.ofSeconds(5));
            Duration steady = events.longestSince(
                    System.nanoTime() - Duration.ofSeconds(3).toNanos());
            List<Duration> stalls = new ArrayList<>();
            for (int kill = 0; kill < kills; kill++) {
                Victim dies = replicas.get(kill % replicas.size());
                dies.kill();
                // What it had written before is seen by then.
                Waiting.pause(OFTEN);
                long at = System.nanoTime();
                events.awaitAllAfter(at, PATIENCE);
                Duration stall = events.longestSince(at);
                stalls.add(stall);
                progress.step(dies.name() + " was killed: the longest stall " + stall.toMillis() + " ms");
                start(dies);
                awaitShared(admin, replicas.size());
                events.awaitAllAfter(System.nanoTime(), PATIENCE);
            }
            events.end();
            return new Found(List.copyOf(stalls), steady, events.sent(), events.missing(PATIENCE));
        }
    }

    private static void start(Victim replica) throws InterruptedException {
        replica.start("");
        if (!replica.awaitReady(PATIENCE)) {
            throw new CommandFailure(replica.name() + " did not start: " + replica.lastError());
        }
    }

    /** One of each partition. */
    private static List<String> people() {
        Map<Integer, String> byPartition = new HashMap<>();
        IntStream.range(0, CROWD)
                .mapToObj(MadeEvents::pseudonym)
                .forEach(person -> byPartition.putIfAbsent(
                        Utils.toPositive(Utils.murmur2(person.getBytes(StandardCharsets.UTF_8))) % Topic.PARTITIONS,
                        person));
        return List.copyOf(byPartition.values());
    }

    /** Waits until each replica has the same number of partitions of the events. */
    private static void awaitShared(Admin admin, int replicas) {
        Waiting.require(
                PATIENCE,
                OFTEN,
                () -> Optional.of(true).filter(_ -> shared(admin, replicas)),
                () -> "The replicas never shared the partitions.");
    }

    private static boolean shared(Admin admin, int replicas) {
        try {
            List<Long> counts = admin.describeConsumerGroups(List.of(GROUP)).all().get().values().stream()
                    .flatMap(group -> group.members().stream())
                    .map(ReplicaKilled::ofEvents)
                    .filter(count -> count > 0)
                    .toList();
            return counts.size() == replicas && counts.stream().allMatch(count -> count == Topic.PARTITIONS / replicas);
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }

    private static long ofEvents(MemberDescription member) {
        return member.assignment().topicPartitions().stream()
                .filter(partition -> partition.topic().equals(Topic.EVENTS.topicName()))
                .count();
    }
}
