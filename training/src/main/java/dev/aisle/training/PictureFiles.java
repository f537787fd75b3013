package dev.aisle.training;

import dev.aisle.algorithms.pictures.Picture;
import dev.aisle.algorithms.pictures.PictureReader;
import dev.aisle.algorithms.pictures.PictureReading;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Reads pictures and their categories from folders, from a list, or from one large picture. */
final class PictureFiles {
    private static final Duration MOST = Duration.ofSeconds(10);
    private static final String LIST = "pictures.csv";
    private static final int TOLD = 5;

    private final Consumer<String> told;
    private final List<Picture> pictures = new ArrayList<>();
    private final List<Integer> classes = new ArrayList<>();
    private final List<String> categories = new ArrayList<>();
    private int refused;

    /** @param told hears which files can't be read */
    PictureFiles(Consumer<String> told) {
        this.told = told;
    }

    /**
     * A folder with one folder a category; or one with {@code pictures.csv}, whose lines are {@code file,category} under that head.
     *
     * @throws IllegalArgumentException when it is neither
     */
    PictureSet folder(Path folder) throws IOException {
        if (Files.exists(folder.resolve(LIST))) {
            listed(folder);
        } else if (Files.isDirectory(folder)) {
            for (Path category : sorted(folder)) {
                if (Files.isDirectory(category)) {
                    for (Path file : sorted(category)) {
                        add(
                                Files.readAllBytes(file),
                                file.toString(),
                                category.getFileName().toString());
                    }
                }
            }
        } else {
            throw new IllegalArgumentException("--pictures: there is no folder " + folder);
        }
        return all();
    }

    private void listed(Path folder) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(LIST));
        if (lines.isEmpty() || !lines.getFirst().strip().equals("file,category")) {
            throw new IllegalArgumentException(LIST + ": expected file,category as its first line");
        }
        for (int line = 1; line < lines.size(); line++) {
            String text = lines.get(line);
            int comma = text.indexOf(',');
            if (text.isBlank()) {
                continue;
            }
            if (comma < 1 || comma == text.length() - 1) {
                throw new IllegalArgumentException(LIST + ", line " + (line + 1) + ": expected file,category");
            }
            Path file = folder.resolve(text.substring(0, comma).strip());
            if (Files.isRegularFile(file)) {
                add(
                        Files.readAllBytes(file),
                        file.toString(),
                        text.substring(comma + 1).strip());
            } else {
                refuse(file + " isn't there");
            }
        }
    }

    /**
     * One picture that holds many of 28 × 28, three rows of them a category from the top, as the Fashion-MNIST sprite does.
     *
     * @throws IllegalArgumentException when it isn't such a picture
     */
    PictureSet sprite(Path file) throws IOException {
        BufferedImage all = ImageIO.read(file.toFile());
        int side = Picture.SIDE;
        int rows = 3;
        if (all == null || all.getWidth() % side != 0 || all.getHeight() % (rows * side) != 0) {
            throw new IllegalArgumentException(
                    "--sprite: expected a picture of " + side + " × " + side + " pictures, three rows a category");
        }
        for (int row = 0; row < all.getHeight() / side; row++) {
            for (int column = 0; column < all.getWidth() / side; column++) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                ImageIO.write(all.getSubimage(column * side, row * side, side, side), "png", bytes);
                add(bytes.toByteArray(), "row " + row + ", column " + column, "category-" + row / rows);
            }
        }
        return all();
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    private void add(byte[] bytes, String name, String category) {
        switch (PictureReader.read(bytes, null, MOST)) {
            case PictureReading.Read read -> {
                if (!categories.contains(category)) {
                    categories.add(category);
                }
                pictures.add(read.picture());
                classes.add(categories.indexOf(category));
            }
            case PictureReading.Refused no -> refuse(name + ": " + no.message());
        }
    }

    private void refuse(String why) {
        if (++refused <= TOLD) {
            told.accept("passed over " + why);
        }
    }

    private PictureSet all() {
        if (refused > TOLD) {
            told.accept("passed over " + (refused - TOLD) + " more files");
        }
        return new PictureSet(
                pictures, classes.stream().mapToInt(Integer::intValue).toArray(), categories);
    }
}
