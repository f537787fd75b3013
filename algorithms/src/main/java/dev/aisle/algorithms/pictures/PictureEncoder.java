package dev.aisle.algorithms.pictures;

import dev.aisle.algorithms.artefact.Artefact;
import dev.aisle.algorithms.artefact.ArtefactWriter;
import dev.aisle.algorithms.artefact.Origin;
import dev.aisle.algorithms.artefact.UnreadableArtefactException;
import dev.aisle.algorithms.deep.Weights;
import dev.aisle.algorithms.kernels.Kernels;
import java.util.List;

/** A trained encoder of pictures: a picture becomes a point of length one, and what looks alike lies near. Safe for many threads. */
public final class PictureEncoder {
    private static final String SHAPE = "network";
    private static final String CATEGORIES = "categories";

    private final PictureNetwork network;
    private final Weights weights;
    private final List<String> categories;
    private final Origin origin;
    private final PictureForward forward;

    /**
     * An encoder with these weights.
     *
     * @param categories that it was trained to tell apart, one a class of the network
     * @param origin where it is from; its fingerprint names the encoder
     */
    public PictureEncoder(PictureNetwork network, Weights weights, List<String> categories, Origin origin) {
        this(network, weights, categories, origin, Kernels.best());
    }

    PictureEncoder(PictureNetwork network, Weights weights, List<String> categories, Origin origin, Kernels kernels) {
        if (categories.size() != network.classes()) {
            throw new IllegalArgumentException(
                    "expected " + network.classes() + " categories, found " + categories.size());
        }
        this.network = network;
        this.weights = weights;
        this.categories = List.copyOf(categories);
        this.origin = origin;
        this.forward = new PictureForward(network, weights, kernels);
    }

    /**
     * The encoder in a file.
     *
     * @throws UnreadableArtefactException when it is cut, corrupted, of something else, or has a number that isn't finite
     */
    public static PictureEncoder read(Artefact file) {
        Artefact from = file.of(PictureNetwork.NAME);
        try {
            PictureNetwork network = PictureNetwork.read(from.ints(SHAPE));
            return new PictureEncoder(
                    network, Weights.read(network.arrays(), from), List.of(from.texts(CATEGORIES)), from.origin());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw from.contradiction("an encoder of pictures and weights that fit it", String.valueOf(e.getMessage()));
        }
    }

    /** As a file, to be written. */
    public ArtefactWriter stored() {
        ArtefactWriter into = new ArtefactWriter(origin)
                .ints(SHAPE, network.numbers())
                .texts(CATEGORIES, categories.toArray(String[]::new));
        weights.store(into);
        return into;
    }

    /** Its shape. */
    public PictureNetwork network() {
        return network;
    }

    /** Its weights. */
    public Weights weights() {
        return weights;
    }

    /** What it was trained to tell apart. */
    public List<String> categories() {
        return categories;
    }

    /** Where it is from. */
    public Origin origin() {
        return origin;
    }

    /** Numbers of a point. */
    public int dimension() {
        return network.hidden();
    }

    /** The picture's point: the hidden layer, of length one; zeros when nothing in the picture moves it. */
    public float[] point(Picture picture) {
        return forward.point(picture);
    }

    /** What the softmax is taken of, one number a category. */
    public float[] scores(Picture picture) {
        return forward.scores(forward.point(picture));
    }
}
