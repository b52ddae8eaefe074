package dev.tracewright.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** The tour's hands and eyes: does things on the screen's thread, waits for what should come of them, takes pictures. */
final class TourScreen {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private TourScreen() {}

    /** Does something on the screen's thread and returns what came of it. */
    static <T> T on(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new TourFailure("the window failed: " + e.getCause());
        } catch (TimeoutException e) {
            throw new TourFailure("the window did not answer within " + PATIENCE.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TourFailure("interrupted");
        }
    }

    /** Does something on the screen's thread. */
    static void does(Runnable work) {
        on(() -> {
            work.run();
            return true;
        });
    }

    /** Waits until this holds on the screen's thread. */
    static void awaits(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!on(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new TourFailure("waited " + PATIENCE.toSeconds() + " s in vain until " + what);
            }
            sleep(20);
        }
    }

    /** Fails with {@code what} unless this holds. */
    static void check(boolean holds, String what) {
        if (!holds) {
            throw new TourFailure(what);
        }
    }

    /** Writes a picture of the scene once its layout has settled. */
    static void picture(Scene scene, Path file) throws IOException {
        for (int i = 0; i < 4; i++) {
            does(() -> {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            });
            sleep(60);
        }
        WritableImage image = on(() -> scene.snapshot(null));
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage written = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        written.setRGB(0, 0, width, height, pixels, 0, width);
        ImageIO.write(written, "png", file.toFile());
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TourFailure("interrupted");
        }
    }
}
