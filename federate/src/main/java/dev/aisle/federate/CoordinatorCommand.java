package dev.aisle.federate;

import dev.aisle.algorithms.artefact.ArtefactWriter;
import dev.aisle.algorithms.artefact.Origin;
import dev.aisle.algorithms.federated.JointFactors;
import dev.aisle.algorithms.federated.JointSettings;
import dev.aisle.federate.coordinator.Agreement;
import dev.aisle.federate.coordinator.Coordinator;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** {@code ./aisle federate coordinator --config F}. */
final class CoordinatorCommand {
    private final PrintStream out;
    private final Agreement agreement;
    private final Credentials credentials;
    private final InetSocketAddress address;
    private final Path model;

    CoordinatorCommand(PrintStream out, Path config) {
        this.out = out;
        ConfigFile file = new ConfigFile(config);
        this.credentials = file.credentials();
        this.address = new InetSocketAddress(file.optional("host").orElse("localhost"), file.whole("port", 8443));
        this.model = file.path("model");
        this.agreement = agreement(file);
        file.done();
    }

    private static Agreement agreement(ConfigFile file) {
        TreeMap<String, Long> partners = new TreeMap<>();
        for (String partner : file.text("partners").split(",", -1)) {
            String[] pair = partner.trim().split(":", 2);
            try {
                partners.put(pair[0], Long.parseLong(pair[1]));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw new UsageException("partners: expected name:mostPeople with commas, was " + partner.trim());
            }
        }
        try {
            int threshold = file.whole("threshold", partners.size() / 2 + 1);
            return new Agreement(
                    partners,
                    threshold,
                    file.whole("honest", threshold),
                    settings(file),
                    Duration.ofSeconds(file.whole("step-seconds", 60)),
                    Duration.ofSeconds(file.whole("join-seconds", 600)),
                    file.number("title-likeness", 0.8));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static JointSettings settings(ConfigFile file) {
        double noise = file.number("noise", 1);
        JointSettings usual = noise == 0 ? JointSettings.withoutNoise() : JointSettings.withNoise(noise);
        return new JointSettings(
                file.whole("rank", usual.rank()),
                file.whole("rounds", usual.rounds()),
                file.number("clip", usual.clip()),
                file.number("census-clip", usual.censusClip()),
                noise,
                1,
                file.number("unobserved", usual.unobserved()),
                file.number("regularisation", usual.regularisation()),
                file.whole("seed", (int) usual.seed()));
    }

    void run() throws IOException {
        try (Coordinator coordinator = new Coordinator(agreement, credentials, address, out::println)) {
            out.println("waiting on port " + coordinator.port() + " for "
                    + String.join(", ", agreement.partners().keySet()));
            JointFactors learnt = coordinator.train();
            Map<String, String> parameters =
                    Map.of("settings", agreement.settings().toString());
            ArtefactWriter writer = new ArtefactWriter(
                    Origin.of("ials", parameters, agreement.settings().seed(), ""));
            learnt.model().store(writer);
            writer.write(model);
            out.println("the item factors are in " + model);
        }
    }
}
