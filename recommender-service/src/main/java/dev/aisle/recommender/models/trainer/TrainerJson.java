package dev.aisle.recommender.models.trainer;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Records between the service and the process, which run the same code. */
final class TrainerJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private TrainerJson() {}

    static byte[] bytes(Object value) throws IOException {
        return JSON.writeValueAsBytes(value);
    }

    static <T> T of(byte[] bytes, Class<T> type) throws IOException {
        return JSON.readValue(bytes, type);
    }

    static void write(Object value, DataOutputStream out) throws IOException {
        byte[] bytes = bytes(value);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    static <T> T read(DataInputStream in, Class<T> type) throws IOException {
        return of(in.readNBytes(in.readInt()), type);
    }
}
