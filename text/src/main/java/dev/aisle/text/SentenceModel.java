package dev.aisle.text;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** One model in ONNX Runtime with one thread a call; for any number of threads. */
public final class SentenceModel {
    /** Pieces that are read of a text: a title, its category and two or three sentences. */
    private static final int MOST_PIECES = 128;

    private final TextModel model;
    private final WordPiece pieces;
    private final OrtEnvironment environment;
    private final OrtSession session;

    private SentenceModel(TextModel model, WordPiece pieces, OrtEnvironment environment, OrtSession session) {
        this.model = model;
        this.pieces = pieces;
        this.environment = environment;
        this.session = session;
    }

    /**
     * Loads it from the class path.
     *
     * @throws TextModelException when the runtime or the model can't be had here
     */
    static SentenceModel load(TextModel model) {
        return LargeStack.call(() -> loadHere(model));
    }

    private static SentenceModel loadHere(TextModel model) {
        TelemetryOff.set();
        String name = resource(model);
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setCPUArenaAllocator(true);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            OrtSession session = environment.createSession(bytes(name + ".onnx"), options);
            return new SentenceModel(model, new WordPiece(vocabulary(name)), environment, session);
        } catch (OrtException | IOException | LinkageError e) {
            throw new TextModelException(model, e);
        }
    }

    static String resource(TextModel model) {
        return switch (model) {
            case ENGLISH -> "all-minilm-l6-v2-q";
            case CHINESE -> "bge-small-zh-v1.5-q";
        };
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException(name + " is not on the class path");
            }
            return stream.readAllBytes();
        }
    }

    static Map<String, Integer> vocabulary(String name) throws IOException {
        JsonNode pieces = new ObjectMapper()
                .readTree(bytes(name + "-tokenizer.json"))
                .path("model")
                .path("vocab");
        Map<String, Integer> vocabulary = new HashMap<>();
        pieces.properties()
                .forEach(
                        piece -> vocabulary.put(piece.getKey(), piece.getValue().intValue()));
        return vocabulary;
    }

    /** The point of a text, of length one. */
    float[] embed(String text) {
        long[] numbers = pieces.encode(text, MOST_PIECES);
        long[] ones = new long[numbers.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor ids = tensor(numbers);
                OnnxTensor mask = tensor(ones);
                OnnxTensor types = tensor(new long[numbers.length]);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            float[][][] tokens = (float[][][]) result.get(0).getValue();
            float[] point = model.firstToken() ? tokens[0][0] : mean(tokens[0]);
            Vectors.toUnit(point);
            return point;
        } catch (OrtException e) {
            throw new TextModelException(model, e);
        }
    }

    private OnnxTensor tensor(long[] numbers) throws OrtException {
        return OnnxTensor.createTensor(environment, new long[][] {numbers});
    }

    private static float[] mean(float[][] tokens) {
        float[] sum = new float[tokens[0].length];
        for (float[] token : tokens) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += token[i];
            }
        }
        return sum;
    }
}
