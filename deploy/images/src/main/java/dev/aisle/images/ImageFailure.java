package dev.aisle.images;

/** Why an image can't be made, in words for whoever runs the command. */
final class ImageFailure extends RuntimeException {
    ImageFailure(String message) {
        super(message);
    }

    ImageFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
