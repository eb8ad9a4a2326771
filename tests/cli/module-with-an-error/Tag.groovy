class Tag implements mcnet.module.Module {
    List kinds( { [] }
}
