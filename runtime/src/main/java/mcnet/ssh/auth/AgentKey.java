package mcnet.ssh.auth;

import com.jcraft.jsch.Identity;
import java.time.Duration;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AbstractAuthMethod;

/** Public key authentication with a key that an agent holds; the signature goes at once, as with {@link SignedKey}. */
public final class AgentKey extends AbstractAuthMethod {
    private final Agent agent;
    private final Identity key;
    private final Duration limit;

    /** @param limit how long the agent may take, which may ask its user first */
    AgentKey(Agent agent, Identity key, Duration limit) {
        super("publickey");
        this.agent = agent;
        this.key = key;
        this.limit = limit;
    }

    @Override
    protected SSHPacket buildReq() throws UserAuthException {
        String algorithm = key.getAlgName().equals("ssh-rsa") ? "rsa-sha2-512" : key.getAlgName();
        SSHPacket request = super.buildReq().putBoolean(true).putString(algorithm).putString(key.getPublicKeyBlob());
        byte[] signed = new Buffer.PlainBuffer().putString(params.getTransport().getSessionID()).putBuffer(request)
                .getCompactData();
        byte[] signature;
        try {
            signature = agent.signature(key, signed, algorithm, limit);
        } catch (Agent.Silent e) {
            throw new UserAuthException(e.getMessage(), e);
        }
        if (signature == null) throw new UserAuthException("the ssh-agent does not sign with " + key.getName());
        return request.putString(signature);
    }
}
