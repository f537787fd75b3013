package dev.aisle.local.chaos;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** The moments at which a crash is most likely to lose or to double something. */
public enum CrashPoint {
    DOOR_BEFORE_WRITING(Role.DOOR, CrashPoint.WRITER, "begin", Moment.ENTRY, 40),
    /** Some records of a batch are with the producer, the others aren't. */
    DOOR_HALF_OF_A_BATCH_HANDED_OVER(Role.DOOR, CrashPoint.PRODUCER, "send", Moment.ENTRY, 2_000),
    /** The broker has acknowledged some of a batch. */
    DOOR_HALF_OF_A_BATCH_ACKNOWLEDGED(Role.DOOR, CrashPoint.ACKNOWLEDGEMENTS, "onCompletion", Moment.EXIT, 1_000),
    /** The broker has everything, the client doesn't know. */
    DOOR_ACKNOWLEDGED_NOT_ANSWERED(Role.DOOR, CrashPoint.WRITER, "written", Moment.EXIT, 40),
    REFINE_MESSAGE_REMEMBERED(Role.REFINE, CrashPoint.SEEN, "remember", Moment.EXIT, 400),
    REFINE_HISTORY_WRITTEN(Role.REFINE, CrashPoint.HISTORIES, "put", Moment.EXIT, 400),
    REFINE_FORWARDED_NOT_COMMITTED(Role.REFINE, CrashPoint.OUTPUTS, "event", Moment.EXIT, 400),
    REFINE_OFFSETS_SENT_NOT_COMMITTED(Role.REFINE, CrashPoint.PRODUCER, "sendOffsetsToTransaction", Moment.EXIT, 10),
    REFINE_BEFORE_THE_COMMIT(Role.REFINE, CrashPoint.PRODUCER, "commitTransaction", Moment.ENTRY, 10),
    REFINE_COMMITTED_NOT_NOTED(Role.REFINE, CrashPoint.PRODUCER, "commitTransaction", Moment.EXIT, 10),
    /**
     * The stores are being read back from their change logs. The first batch, since it may be the only one; after the point
     * before, so that something was committed and there is one.
     */
    REFINE_RESTORING(Role.REFINE, CrashPoint.STREAMS_STATE, "restore", Moment.EXIT, 1);

    /** The process that crashes there. */
    public enum Role {
        DOOR,
        REFINE
    }

    private enum Moment {
        ENTRY,
        EXIT
    }

    private static final String WRITER = "dev.aisle.ingest.shared.broker.AcknowledgedWriter";
    private static final String ACKNOWLEDGEMENTS = "dev.aisle.ingest.shared.broker.Acknowledgements";
    private static final String SEEN = "dev.aisle.ingest.refine.memory.SeenMessages";
    private static final String HISTORIES = "dev.aisle.ingest.refine.memory.Histories";
    private static final String OUTPUTS = "dev.aisle.ingest.refine.steps.Outputs";
    private static final String PRODUCER = "org.apache.kafka.clients.producer.KafkaProducer";
    private static final String STREAMS_STATE = "org.apache.kafka.streams.processor.internals.ProcessorStateManager";

    private final Role role;
    private final String className;
    private final String method;
    private final Moment moment;
    private final int mostHits;

    CrashPoint(Role role, String className, String method, Moment moment, int mostHits) {
        this.role = role;
        this.className = className;
        this.method = method;
        this.moment = moment;
        this.mostHits = mostHits;
    }

    /** Those of a process, in the order in which they stand here. */
    static List<CrashPoint> of(Role role, Set<CrashPoint> chosen) {
        return Arrays.stream(values())
                .filter(point -> point.role == role && chosen.contains(point))
                .toList();
    }

    /** The point at a passing drawn by chance. */
    CrashPlace place(Random random) {
        return new CrashPlace(className, method, moment == Moment.ENTRY, 1 + random.nextInt(mostHits));
    }

    /** {@code refine-restoring}. */
    String spoken() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
