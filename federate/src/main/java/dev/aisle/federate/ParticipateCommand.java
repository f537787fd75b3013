package dev.aisle.federate;

import dev.aisle.federate.participant.Connection;
import dev.aisle.federate.participant.JointModelFile;
import dev.aisle.federate.participant.Participant;
import dev.aisle.federate.participant.Participant.Learnt;
import dev.aisle.federate.participant.People;
import dev.aisle.federate.participant.PeopleFile;
import dev.aisle.federate.participant.Terms;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** {@code ./aisle federate participate --config F}. */
final class ParticipateCommand {
    private final PrintStream out;
    private final Credentials credentials;
    private final URI coordinator;
    private final Path people;
    private final Path model;
    private final Terms terms;
    private final Duration patience;

    ParticipateCommand(PrintStream out, Path config) {
        this.out = out;
        ConfigFile file = new ConfigFile(config);
        this.credentials = file.credentials();
        this.people = file.path("people");
        this.model = file.path("model");
        this.patience = Duration.ofSeconds(file.whole("patience-seconds", 900));
        try {
            this.coordinator = URI.create(file.text("coordinator"));
            this.terms = new Terms(
                    file.number("noise-least", 1),
                    file.whole("partners-least", 2),
                    file.number("epsilon-most", Double.POSITIVE_INFINITY));
        } catch (IllegalArgumentException e) {
            throw new UsageException(config + ": " + e.getMessage());
        }
        file.done();
    }

    void run() throws IOException {
        Instant readAt = PeopleFile.readAt(people);
        People own = PeopleFile.read(people, out::println);
        try (Connection connection = new Connection(credentials, coordinator, patience)) {
            Learnt learnt = new Participant(credentials, connection, own, terms, out::println).train();
            JointModelFile.of(learnt, own.ids(), readAt).write(model);
            out.println("the item factors are in " + model);
        }
    }
}
