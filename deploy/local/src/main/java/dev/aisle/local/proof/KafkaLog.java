package dev.aisle.local.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.apache.kafka.common.record.FileLogInputStream;
import org.apache.kafka.common.record.FileRecords;
import org.apache.kafka.common.record.Record;
import org.apache.kafka.common.utils.Utils;

/** A segment of Kafka's log as the records that are in it: batches are compressed on disk. */
final class KafkaLog {
    private static final byte BETWEEN = '\n';

    private KafkaLog() {}

    /** Keys, values and headers of all records, one after the other. */
    static byte[] records(Path segment) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FileRecords file = FileRecords.open(segment.toFile(), false);
        try {
            for (FileLogInputStream.FileChannelRecordBatch batch : file.batches()) {
                for (Record record : batch) {
                    put(record.key(), out);
                    put(record.value(), out);
                    for (var header : record.headers()) {
                        out.write(header.value());
                        out.write(BETWEEN);
                    }
                }
            }
        } finally {
            // Not close(): that would cut off what the broker has appended meanwhile.
            file.closeHandlers();
        }
        return out.toByteArray();
    }

    private static void put(ByteBuffer part, ByteArrayOutputStream out) {
        if (part != null) {
            out.writeBytes(Utils.toArray(part));
        }
        out.write(BETWEEN);
    }
}
