package mcnet.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mcnet.file.Folders;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Gives each class of stories a lab with its members as new; those nested in it find the lab of the outer class. */
final class LabExtension implements BeforeAllCallback {
    private static final Namespace NAMESPACE = Namespace.create(LabExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getStore(NAMESPACE).getOrComputeIfAbsent(ClassLab.class, _ -> ClassLab.fresh(), ClassLab.class);
    }

    /** Closed by JUnit behind the last story of the class. */
    private record ClassLab(LabCluster lab, Path folder) implements AutoCloseable {

        static ClassLab fresh() {
            try {
                LabStory.folder = Files.createTempDirectory("stories");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            LabStory.lab = LabCluster.fresh(LabStory.folder);
            return new ClassLab(LabStory.lab, LabStory.folder);
        }

        @Override
        public void close() throws IOException {
            lab.close();
            Folders.remove(folder);
        }
    }
}
