class Tag {
    String colour = 'red'
}
