package org.planlint.extract.signed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.crypto.Data;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.XMLCryptoContext;
import javax.xml.crypto.XMLStructure;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.TransformException;
import javax.xml.crypto.dsig.TransformService;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.planlint.extract.Xml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The relationships of a part as a docx signs them: those that the signature names, in the order of their ids, with the mode
 * of their target written out (ISO/IEC 29500-2, 13.2.4.24).
 */
public final class RelationshipTransform extends TransformService {
    static final String ALGORITHM = "http://schemas.openxmlformats.org/package/2006/RelationshipTransform";

    private final Set<String> ids = new HashSet<>();
    private final Set<String> types = new HashSet<>();

    /** Makes it known to the JDK, which looks for transforms among the providers of the program. */
    static void register() {
        if (Security.getProvider(Service.NAME) == null) {
            Security.addProvider(new Service());
        }
    }

    private static final class Service extends Provider {
        static final String NAME = "PlanLint";

        Service() {
            super(NAME, "1", "relationships of Office Open XML");
            putService(new Provider.Service(
                    this,
                    "TransformService",
                    ALGORITHM,
                    RelationshipTransform.class.getName(),
                    null,
                    Map.of("MechanismType", "DOM")));
        }
    }

    @Override
    public void init(XMLStructure parent, XMLCryptoContext context) {
        Element transform = (Element) ((DOMStructure) parent).getNode();
        for (Element child : Xml.children(transform)) {
            if ("RelationshipReference".equals(child.getLocalName())) {
                ids.add(Xml.attr(child, "SourceId"));
            } else if ("RelationshipsGroupReference".equals(child.getLocalName())) {
                types.add(Xml.attr(child, "SourceType"));
            }
        }
    }

    @Override
    public Data transform(Data data, XMLCryptoContext context) throws TransformException {
        try (InputStream in = ((OctetStreamData) data).getOctetStream()) {
            Document tree = Xml.tree(in);
            Element root = tree.getDocumentElement();
            List<Element> kept = new ArrayList<>();
            for (Element relationship : Xml.children(root)) {
                if (ids.contains(Xml.attr(relationship, "Id")) || types.contains(Xml.attr(relationship, "Type"))) {
                    if (!relationship.hasAttribute("TargetMode")) {
                        relationship.setAttribute("TargetMode", "Internal");
                    }
                    kept.add(relationship);
                }
            }
            while (root.getFirstChild() != null) {
                root.removeChild(root.getFirstChild());
            }
            kept.sort(Comparator.comparing(relationship -> Xml.attr(relationship, "Id")));
            kept.forEach(root::appendChild);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(tree), new StreamResult(out));
            return new OctetStreamData(new ByteArrayInputStream(out.toByteArray()));
        } catch (Exception notRelationships) {
            throw new TransformException(notRelationships);
        }
    }

    @Override
    public Data transform(Data data, XMLCryptoContext context, OutputStream out) throws TransformException {
        return transform(data, context);
    }

    @Override
    public void init(TransformParameterSpec parameters) {
        // Its parameters stand in the file.
    }

    @Override
    public TransformParameterSpec getParameterSpec() {
        return null;
    }

    @Override
    public void marshalParams(XMLStructure parent, XMLCryptoContext context) throws MarshalException {
        throw new MarshalException("signatures are read only");
    }

    @Override
    public boolean isFeatureSupported(String feature) {
        return false;
    }
}
