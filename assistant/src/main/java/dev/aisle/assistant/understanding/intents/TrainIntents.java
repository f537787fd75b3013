package dev.aisle.assistant.understanding.intents;

import dev.aisle.assistant.shared.Language;
import dev.aisle.contracts.Keeps;
import dev.aisle.text.SentenceModels;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A step of the build: learns the models of intents from the shipped examples and writes them into the folder that it is given. */
@Keeps(ofNobody = "models of shipped examples")
public final class TrainIntents {
    private TrainIntents() {}

    /**
     * Writes a file a language.
     *
     * @param arguments the folder of classes
     * @throws IOException when a file can't be written
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0], TrainIntents.class.getPackageName().replace('.', '/'));
        Files.createDirectories(folder);
        TextPoints points = new TextPoints(new SentenceModels(true));
        for (Language language : Language.values()) {
            Path file = folder.resolve(ShippedModels.name(language));
            String version = IntentLearner.version(ShippedExamples.of(language), points.id(language));
            if (!Files.exists(file) || !version.equals(version(file))) {
                Files.write(file, bytes(language, points));
            }
        }
    }

    private static String version(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return IntentModel.read(new DataInputStream(new BufferedInputStream(in)))
                    .version();
        } catch (IOException | RuntimeException e) {
            return "none that can be read: " + e.getMessage();
        }
    }

    /** The bytes of the model of a language. */
    static byte[] bytes(Language language, TextPoints points) throws IOException {
        List<Example> examples = IntentLearner.ordered(ShippedExamples.of(language));
        float[][] at = points.of(language, examples.stream().map(Example::text).toList());
        IntentModel model = IntentLearner.learn(examples, at, points.id(language), 0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
