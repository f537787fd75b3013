package dev.aisle.shop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What pages load besides themselves: styles, the panel's script, drawings. */
final class Assets {
    private static final String ICON =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><path fill=\"#8a3b12\" d=\"M16 3l13"
                    + " 12h-4v13H7V15H3z\"/><path fill=\"#ffd9a8\" d=\"M16 14c5 5 3 10 0 10s-5-5 0-10z\"/></svg>";

    private final Shelf shelf;

    Assets(Shelf shelf) {
        this.shelf = shelf;
    }

    /** A file by its path without the slash in front; 404 where there is none. */
    Answer file(String path) {
        return switch (path) {
            case "shop.css", "panel.css" -> Answer.file("text/css; charset=utf-8", read(path));
            case "panel.js" -> Answer.file("text/javascript; charset=utf-8", read(path));
            case "icon.svg", "favicon.ico" -> Answer.file("image/svg+xml", ICON);
            default -> picture(path);
        };
    }

    private Answer picture(String path) {
        String id = path.replaceAll("^pictures/|\\.svg$", "");
        return shelf.find(id)
                .map(product -> Answer.file("image/svg+xml", Pictures.of(product)))
                .orElseGet(() -> Answer.nothing(404));
    }

    private static String read(String name) {
        try (InputStream file = Objects.requireNonNull(Assets.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }
}
