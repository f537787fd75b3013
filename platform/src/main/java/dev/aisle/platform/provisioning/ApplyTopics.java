package dev.aisle.platform.provisioning;

import dev.aisle.contracts.Topic;
import dev.aisle.platform.kafka.BrokerSecurity;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.config.ConfigResource;

/**
 * Brings a broker to the topics of the contract: makes what is missing, sets what differs, gives each service its access. The number of
 * partitions of a topic that is there is never changed: a person's events would lose their order. Doing it twice changes nothing.
 */
public final class ApplyTopics {
    private static final int ANSWER_MILLIS = 30_000;

    private final Admin admin;
    private final TopicPlan plan;
    private final boolean dryRun;
    private final PrintStream out;

    ApplyTopics(Admin admin, TopicPlan plan, boolean dryRun, PrintStream out) {
        this.admin = admin;
        this.plan = plan;
        this.dryRun = dryRun;
        this.out = out;
    }

    /** The job; {@code --dry-run} tells what it would do. */
    public static void main(String... arguments) {
        System.exit(run(new Settings(System.getenv()), List.of(arguments), System.out));
    }

    static int run(Settings settings, List<String> arguments, PrintStream out) {
        try {
            boolean dryRun = arguments.contains("--dry-run");
            TopicPlan plan = TopicPlan.of(settings);
            try (Admin admin = Admin.create(connection(settings))) {
                new ApplyTopics(admin, plan, dryRun, out).apply();
            }
            return 0;
        } catch (JobFailure e) {
            out.println("topics: " + e.getMessage());
            return 1;
        } catch (ExecutionException e) {
            out.println("topics: the broker at " + settings.need("kafka.bootstrap.servers") + " says: "
                    + (e.getCause() == null ? e.getMessage() : e.getCause().getMessage()));
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } catch (RuntimeException e) {
            out.println("topics: no connection to a broker can be set up: " + e.getMessage());
            return 1;
        }
    }

    private static Map<String, Object> connection(Settings settings) {
        return BrokerSecurity.with(
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        settings.need("kafka.bootstrap.servers"),
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        ANSWER_MILLIS,
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        ANSWER_MILLIS / 2),
                settings::get);
    }

    void apply() throws ExecutionException, InterruptedException {
        Set<String> there = admin.listTopics().names().get();
        refuseOtherPartitions(there);
        List<NewTopic> missing = new ArrayList<>();
        List<Topic> standing = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            if (there.contains(topic.topicName())) {
                standing.add(topic);
            } else {
                missing.add(new NewTopic(topic.topicName(), plan.partitions(), plan.replicas())
                        .configs(plan.configuration(topic)));
                out.printf("topics: %s %s with %d partitions%n", verb("made"), topic.topicName(), plan.partitions());
            }
        }
        if (!dryRun && !missing.isEmpty()) {
            admin.createTopics(missing).all().get();
        }
        setWhatDiffers(standing);
        giveAccess();
        out.printf("topics: %d there, %d %s%n", standing.size(), missing.size(), dryRun ? "would be made" : "made");
    }

    private String verb(String done) {
        return dryRun ? "would be " + done + ":" : done;
    }

    private void refuseOtherPartitions(Set<String> there) throws ExecutionException, InterruptedException {
        List<String> ours = plan.names().filter(there::contains).toList();
        var described = admin.describeTopics(ours).allTopicNames().get();
        for (var topic : new TreeMap<>(described).values()) {
            int partitions = topic.partitions().size();
            if (partitions != plan.partitions()) {
                throw new JobFailure(
                        "%s has %d partitions, not %d, and another number would part people from the order of their events: %s"
                                .formatted(
                                        topic.name(),
                                        partitions,
                                        plan.partitions(),
                                        "set AISLE_TOPICS_PARTITIONS to what it has, or move to new topics."));
            }
        }
    }

    private void setWhatDiffers(List<Topic> standing) throws ExecutionException, InterruptedException {
        List<ConfigResource> resources = standing.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName()))
                .toList();
        Map<ConfigResource, Config> found =
                admin.describeConfigs(resources).all().get();
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        for (Topic topic : standing) {
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName());
            Config config = found.get(resource);
            List<AlterConfigOp> operations = new ArrayList<>();
            new TreeMap<>(plan.configuration(topic)).forEach((key, value) -> {
                ConfigEntry entry = config == null ? null : config.get(key);
                String present = entry == null ? "" : entry.value();
                if (!value.equals(present)) {
                    operations.add(new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET));
                    out.printf("topics: %s %s: %s=%s, was %s%n", verb("set"), topic.topicName(), key, value, present);
                }
            });
            if (!operations.isEmpty()) {
                changes.put(resource, operations);
            }
        }
        if (!dryRun && !changes.isEmpty()) {
            admin.incrementalAlterConfigs(changes).all().get();
        }
    }

    private void giveAccess() throws ExecutionException, InterruptedException {
        List<AclBinding> wanted = plan.access();
        if (wanted.isEmpty()) {
            return;
        }
        if (!dryRun) {
            KafkaFuture<Void> given = admin.createAcls(wanted).all();
            given.get();
        }
        out.printf("topics: %s %d rules of access%n", verb("given"), wanted.size());
    }
}
